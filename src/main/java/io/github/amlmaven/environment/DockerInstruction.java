package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An instruction of a Dockerfile, its continuation lines joined.
 *
 * @param keyword the keyword in upper case; for {@code ONBUILD} that of the instruction behind it
 * @param flags the flags behind the keyword
 * @param line the whole instruction
 * @param start where the arguments begin in the line
 * @param heredocs the texts of its heredocs
 */
record DockerInstruction(String keyword, List<Flag> flags, JoinedText line, int start, List<JoinedText> heredocs) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A flag such as {@code --from=build}.
     *
     * @param name its name, with {@code --}
     * @param value its value
     */
    record Flag(String name, Token value) {}

    /** Whether it runs when something is built upon the image, and not in this build. */
    boolean isForLater() {
        return line.text().stripLeading().regionMatches(true, 0, "ONBUILD", 0, "ONBUILD".length());
    }

    /** The values of a flag, which may be given more than once. */
    Stream<Token> flag(String name) {
        return flags.stream().filter(flag -> flag.name().equals(name)).map(Flag::value);
    }

    /** The arguments: the strings of the JSON form, or what white space separates. */
    List<Token> words() {
        return json().orElseGet(() -> {
            List<Token> words = new ArrayList<>();
            String text = line.text();
            int i = start;
            while (i < text.length()) {
                int from = i;
                while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
                    i++;
                }
                if (i > from) {
                    words.add(line.token(from, i));
                }
                i++;
            }
            return words;
        });
    }

    /** The strings of the JSON form ("exec form"), when it is one. */
    Optional<List<Token>> json() {
        String text = line.text().substring(start).strip();
        if (!text.startsWith("[")) {
            return Optional.empty();
        }
        try {
            List<Token> words = new ArrayList<>();
            for (JsonNode word : JSON.readTree(text)) {
                if (!word.isTextual()) {
                    return Optional.empty();
                }
                words.add(new Token(UrlSecrets.hide(word.textValue()), line.at(start)));
            }
            return Optional.of(words);
        } catch (JsonProcessingException e) {
            // Docker takes what is no JSON for a shell command.
            return Optional.empty();
        }
    }
}
