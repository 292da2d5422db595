package io.github.amlmaven.snapshot;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that must never reach a disk, and names that are one on some disks. */
final class EntryPaths {
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
        if (hasControl(path)) {
            return Optional.of("has a control character in its name.");
        } else if (path.startsWith("/")) {
            return Optional.of("is absolute.");
        } else if (path.indexOf('\\') >= 0) {
            return Optional.of("has a backslash in its name, which separates folders on Windows.");
        } else if (hasDrive(path)) {
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

    /**
     * Whether the text of a link leads away from the folder of the link, on whatever disk; or cannot be written there.
     *
     * @param target the text
     * @return true when it is absolute on Linux or Windows, or has a backslash or a control character
     */
    static boolean unsafeTarget(String target) {
        return target.startsWith("/") || target.indexOf('\\') >= 0 || hasDrive(target) || hasControl(target);
    }

    private static boolean hasControl(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (Character.isISOControl(path.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDrive(String path) {
        return path.length() > 1
                && path.charAt(1) == ':'
                && isAscii(path.substring(0, 1))
                && Character.isLetter(path.charAt(0));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** As the file systems of Windows and macOS see it: in any case, and without the characters that HFS+ ignores. */
    private static boolean isGitFolder(String name) {
        if (isAscii(name) && !beginsLike(name, ".git") && !beginsLike(name, "git~")) {
            return false;
        }
        StringBuilder seen = new StringBuilder(name.length());
        name.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(seen::appendCodePoint);
        return GIT.matcher(seen.toString().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean beginsLike(String name, String beginning) {
        return name.regionMatches(true, 0, beginning, 0, beginning.length());
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
        if (isAscii(path)) {
            return path.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(path, Normalizer.Form.NFD);
        return Normalizer.normalize(apart.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    }
}
