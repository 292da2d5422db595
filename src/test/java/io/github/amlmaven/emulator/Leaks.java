package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for secrets in whatever was written: for those that were planted, and for whatever signs a request. A secret that a test plants itself has
 * {@value #MARK} in it, and is found by that.
 */
final class Leaks {
    /** In every secret of a test. */
    static final String MARK = "pLanted";

    private static final Pattern SIGNATURE = Pattern.compile("[?&]sig=[A-Za-z0-9%+/]{20,}");
    private static final Pattern TOKEN = Pattern.compile("(?i)bearer ey[A-Za-z0-9_-]{10,}");

    /** What tests write themselves, so that a build has secrets at all. */
    private static final Set<String> INPUTS = Set.of(
            "maven.config",
            "jvm.config",
            "settings.xml",
            "settings-security.xml",
            "master-password",
            "test.properties",
            "invoker.properties");

    private final List<Pattern> patterns = new ArrayList<>(List.of(SIGNATURE, TOKEN, Pattern.compile(MARK)));

    /** Takes planted secrets that do not show by themselves that they are. */
    Leaks(List<String> secrets) {
        secrets.forEach(secret -> patterns.add(Pattern.compile(Pattern.quote(secret))));
    }

    /** Where secrets are in a folder: each file, also one in a zip, and the beginning of what was found in it. */
    List<String> in(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(Leaks::isOutput).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                search(folder.relativize(file).toString(), bytes, found);
                if (file.toString().matches(".*\\.(zip|jar)")) {
                    searchZip(folder.relativize(file).toString(), file, found);
                }
            }
        }
        return found;
    }

    private static boolean isOutput(Path file) {
        for (Path name : file) {
            if (name.toString().equals(".git") || name.toString().equals("src")) {
                return false;
            }
        }
        return !INPUTS.contains(file.getFileName().toString());
    }

    private void searchZip(String name, Path file, List<String> found) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                search(name + "!" + entry.getName(), zip.readAllBytes(), found);
            }
        }
    }

    private void search(String name, byte[] bytes, List<String> found) {
        String text = new String(bytes, ISO_8859_1);
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                String secret = matcher.group();
                found.add(name + ": " + secret.substring(0, Math.min(12, secret.length())) + "...");
            }
        }
    }
}
