package io.github.amlmaven.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What is ignored in a folder: its own {@code .gitignore}, then those above it, then {@code info/exclude} and the user's file. Every list says
 * whether other clones have it too.
 */
final class IgnoreRules {
    static final String NAME = ".gitignore";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Git reads no longer one either. */
    private static final long LARGEST = 100L << 20;

    private final Optional<IgnoreRules> above;
    private final IgnoreNode rules;
    private final Scope scope;
    private final String base;
    private final boolean anyCase;

    /** Where a list comes from. */
    private record Scope(boolean isShared, String name) {}

    private IgnoreRules(Optional<IgnoreRules> above, IgnoreNode rules, Scope scope, String base, boolean anyCase) {
        this.above = above;
        this.rules = rules;
        this.scope = scope;
        this.base = base;
        this.anyCase = anyCase;
    }

    /** What this clone ignores everywhere. */
    static IgnoreRules ofClone(Layout layout, GitConfig config, Optional<Path> usual) throws IOException {
        boolean anyCase = config.flag("core.ignorecase", false);
        Optional<Path> users = config.text("core.excludesfile").isPresent() ? config.path("core.excludesfile") : usual;
        IgnoreNode none = new IgnoreNode();
        IgnoreRules user = new IgnoreRules(
                Optional.empty(),
                users.isPresent() ? read(layout.workTree().resolve(users.get()), anyCase) : none,
                new Scope(false, users.map(Path::toString).orElse("")),
                "",
                anyCase);
        Path exclude = layout.commonDir().resolve("info").resolve("exclude");
        return new IgnoreRules(
                Optional.of(user), read(exclude, anyCase), new Scope(false, exclude.toString()), "", anyCase);
    }

    /**
     * Goes into a folder.
     *
     * @param folder the folder on disk
     * @param path its path with a slash at the end, or nothing at the top
     * @param isShared whether its {@code .gitignore} is tracked
     */
    IgnoreRules in(Path folder, String path, boolean isShared) throws IOException {
        Path file = folder.resolve(NAME);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? new IgnoreRules(
                        Optional.of(this), read(file, anyCase), new Scope(isShared, path + NAME), path, anyCase)
                : this;
    }

    /** The list that has the last word on a path, when that word is "ignored"; the path must not be in an ignored folder. */
    Optional<String> hides(String path, boolean isFolder) {
        return hides(path, isFolder, false);
    }

    /** Whether the lists that every clone has ignore a path. */
    boolean hidesInEveryClone(String path, boolean isFolder) {
        return hides(path, isFolder, true).isPresent();
    }

    private Optional<String> hides(String path, boolean isFolder, boolean onlyShared) {
        Optional<IgnoreRules> at = Optional.of(this);
        while (at.isPresent()) {
            IgnoreRules list = at.get();
            if (list.scope.isShared() || !onlyShared) {
                String below = path.substring(list.base.length());
                Boolean ignored = list.rules.checkIgnored(anyCase ? below.toLowerCase(Locale.ROOT) : below, isFolder);
                if (ignored != null) {
                    return ignored ? Optional.of(list.scope.name()) : Optional.empty();
                }
            }
            at = list.above;
        }
        return Optional.empty();
    }

    private static IgnoreNode read(Path file, boolean anyCase) throws IOException {
        IgnoreNode node = new IgnoreNode();
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            return node;
        }
        byte[] raw = Files.readAllBytes(file);
        int start = Arrays.mismatch(raw, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
        String text = new String(raw, start, raw.length - start, StandardCharsets.UTF_8);
        String spelled = anyCase ? text.toLowerCase(Locale.ROOT) : text;
        node.parse(new ByteArrayInputStream(spelled.getBytes(StandardCharsets.UTF_8)));
        return node;
    }
}
