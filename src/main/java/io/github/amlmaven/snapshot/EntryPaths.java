package io.github.amlmaven.snapshot;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that must never reach a disk, and names that are one on some disks. */
final class EntryPaths {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /** What Windows takes for the folder of git: a short name, a stream of it, and what ends in dots and spaces. */
    private static final Pattern GIT = Pattern.compile("(?:\\.git|git~[0-9]+)[. ]*(?::.*)?", Pattern.DOTALL);

    private final Map<String, String> folders = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    /**
     * Why a path cannot be in a snapshot, whatever disk it is for.
     *
     * @param path names joined by slashes
     * @return the reason, to follow the path in a sentence; nothing when there is none
     */
    static Optional<String> unsafe(String path) {
        if (path.indexOf('\0') >= 0) {
            return Optional.of("has a NUL in its name.");
        } else if (path.startsWith("/")) {
            return Optional.of("is absolute.");
        } else if (path.indexOf('\\') >= 0) {
            return Optional.of("has a backslash in its name, which separates folders on Windows.");
        } else if (DRIVE.matcher(path).matches()) {
            return Optional.of("begins with a drive letter.");
        }
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                return Optional.of("climbs out of its folder.");
            } else if (name.isEmpty() || name.equals(".")) {
                return Optional.of("has an empty name, or '.', in its path.");
            } else if (isGitFolder(name)) {
                return Optional.of("would lie in git's own folder.");
            }
        }
        return Optional.empty();
    }

    /** As the file systems of Windows and macOS see it: in any case, and without the characters that HFS+ ignores. */
    private static boolean isGitFolder(String name) {
        StringBuilder seen = new StringBuilder(name.length());
        name.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(seen::appendCodePoint);
        return GIT.matcher(seen.toString().toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Notes a file.
     *
     * @param path its path
     * @return another path that would be the same on Windows or macOS, or a file where this needs a folder; nothing when there is none
     */
    Optional<String> collision(String path) {
        for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash);
            String folded = folded(folder);
            String file = files.get(folded);
            if (file != null) {
                return Optional.of(file);
            }
            String other = folders.putIfAbsent(folded, folder);
            if (other != null) {
                if (!other.equals(folder)) {
                    return Optional.of(other);
                }
                break;
            }
        }
        String folded = folded(path);
        String other = files.putIfAbsent(folded, path);
        return Optional.ofNullable(other == null ? folders.get(folded) : other);
    }

    /** In one case and one normal form, as macOS compares names; an accent may be a character of its own. */
    private static String folded(String path) {
        String apart = Normalizer.normalize(path, Normalizer.Form.NFD);
        return Normalizer.normalize(apart.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    }
}
