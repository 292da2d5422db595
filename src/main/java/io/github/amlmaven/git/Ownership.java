package io.github.amlmaven.git;

import com.sun.security.auth.module.UnixSystem;
import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses a repository that somebody else owns, as git has done since 2.35.2: configuration that another user wrote could run commands of
 * theirs. Only configuration outside of the repository can lift it, by {@code safe.directory}.
 */
final class Ownership {
    private static final int ROOT = 0;

    private final long user;

    /** For a user with this number. */
    Ownership(long user) {
        this.user = user;
    }

    /** For the user who runs this; root stands for whoever called {@code sudo}, as it does for git. */
    static Optional<Ownership> ofCurrentUser(Path any) {
        boolean unix = any.getFileSystem().supportedFileAttributeViews().contains("unix");
        return unix ? Optional.of(new Ownership(new UnixSystem().getUid())) : Optional.empty();
    }

    void check(Layout layout, GitConfig outside, Map<String, String> environment)
            throws UnusableRepositoryException, IOException {
        if (layout.asked()) {
            return;
        }
        boolean own = true;
        for (Path path : Stream.concat(layout.gitFile().stream(), Stream.of(layout.workTree(), layout.gitDir()))
                .toList()) {
            own &= owns(path, environment);
        }
        if (!own && !isSafe(layout.workTree(), outside)) {
            throw new UnusableRepositoryException(
                    Reason.FOREIGN_OWNER,
                    "The repository " + layout.workTree()
                            + " is owned by another user. If you trust it, run `git config"
                            + " --global --add safe.directory " + layout.workTree() + "`.");
        }
    }

    private boolean owns(Path path, Map<String, String> environment) throws IOException {
        Number uid = (Number) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        long owner = Integer.toUnsignedLong(uid.intValue());
        if (user != ROOT || owner == ROOT) {
            return owner == user;
        }
        String caller = environment.getOrDefault("SUDO_UID", "");
        return caller.matches("\\d{1,10}") && Long.parseLong(caller) == owner;
    }

    private static boolean isSafe(Path workTree, GitConfig outside) throws IOException {
        String top = workTree.toRealPath().toString();
        boolean safe = false;
        for (String value : outside.all("safe.directory")) {
            if (value.isEmpty()) {
                safe = false;
            } else if (value.equals("*")) {
                safe = true;
            } else {
                safe |= isSafe(top, value, outside);
            }
        }
        return safe;
    }

    private static boolean isSafe(String top, String value, GitConfig outside) throws IOException {
        boolean below = value.endsWith("/*");
        Optional<Path> listed = outside.expand(below ? value.substring(0, value.length() - 2) : value)
                .filter(Path::isAbsolute);
        if (listed.isEmpty()) {
            return false;
        }
        Path folder = Files.exists(listed.get())
                ? listed.get().toRealPath()
                : listed.get().normalize();
        return below ? top.startsWith(folder + "/") : top.equals(folder.toString());
    }
}
