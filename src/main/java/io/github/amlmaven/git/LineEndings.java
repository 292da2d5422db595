package io.github.amlmaven.git;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether line ends become line feeds when a file is added: see {@code text}, {@code eol} and {@code crlf} in gitattributes(5). */
enum LineEndings {
    /** They stay as they are. */
    KEPT,
    /** They become line feeds. */
    CONVERTED,
    /** They become line feeds when the file looks like text and what is staged has none of the other kind. */
    GUESSED;

    static LineEndings of(Map<String, String> attributes, GitConfig config) {
        Optional<LineEndings> said = of(attributes.get("text")).or(() -> of(attributes.get("crlf")));
        if (said.isPresent() && said.get() != CONVERTED) {
            return said.get();
        }
        boolean isText = said.isPresent() || isLineEnd(attributes.get("eol"));
        if (isText) {
            return CONVERTED;
        }
        String automatic = config.text("core.autocrlf").orElse("false");
        return automatic.equalsIgnoreCase("input") || GitConfig.isTrue(automatic) ? GUESSED : KEPT;
    }

    private static boolean isLineEnd(@Nullable String value) {
        return "lf".equals(value) || "crlf".equals(value);
    }

    private static Optional<LineEndings> of(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : switch (text) {
                    case "true", "input" -> Optional.of(CONVERTED);
                    case "false" -> Optional.of(KEPT);
                    case "auto" -> Optional.of(GUESSED);
                    default -> Optional.empty();
                };
    }
}
