package io.github.amlmaven.environment;

import io.github.amlmaven.environment.Dockerfile.Missing;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files of the build context lie where in the image, as far as {@code COPY}, {@code ADD}, bind mounts and {@code WORKDIR} tell plainly.
 * What comes from another stage or image is not known, nor is what a command moves.
 */
final class BuildContext {
    /** Where pip and uv of Linux look for their configuration, when they run as root; uv also where it runs. */
    private static final List<String> PIP_CONFIGURATIONS = List.of(
            "/etc/pip.conf",
            "/etc/xdg/pip/pip.conf",
            "/root/.config/pip/pip.conf",
            "/root/.pip/pip.conf",
            "/etc/uv/uv.toml",
            "/root/.config/uv/uv.toml",
            "uv.toml");

    /** The same for any user, and for what is usually the prefix of a Python. */
    private static final Pattern PIP_PLACE = Pattern.compile("(?:.*/)?(?:\\.?pip|etc|usr|usr/local|\\.?v?env|envs/[^/]+"
            + "|opt/(?:mini|ana)?conda[0-9]*|opt/miniforge[0-9]*)/+pip\\.conf|(?:.*/)?uv\\.toml");

    /** What an address begins with that {@code ADD} fetches. */
    static final Pattern REMOTE = Pattern.compile("(?:https?|git|ssh)://.*|git@.*", Pattern.DOTALL);

    /** A path without variables, quotation marks and wildcards. */
    private static final Pattern PLAIN = Pattern.compile("[^$'\"\\\\*?\\[]+");

    private final EnvironmentFiles files;
    private final TreePath root;
    private final DockerIgnore ignore;
    private final Optional<Uploaded> uploaded;
    private final List<Missing> missing = new ArrayList<>();
    private final Set<TreeEntry> configurations = new LinkedHashSet<>();
    private final List<Copy> copies = new ArrayList<>();
    private TreePath folder = TreePath.ROOT;

    /** Something of the context and where it was put; the image's paths are held like those of a tree, without the leading slash. */
    private record Copy(TreeEntry source, TreePath target) {}

    /**
     * One of a Dockerfile.
     *
     * @param root its folder
     * @param ignore what is not sent to the builder
     * @param uploaded what of the folder is uploaded at all; nothing when that is not known
     */
    BuildContext(EnvironmentFiles files, TreePath root, DockerIgnore ignore, Optional<Uploaded> uploaded) {
        this.uploaded = uploaded;
        this.files = files;
        this.root = root;
        this.ignore = ignore;
    }

    /** Takes note of what an instruction does to the image's files. */
    void apply(DockerInstruction instruction) throws IOException {
        switch (instruction.keyword()) {
            case "WORKDIR" -> {
                for (Token path : instruction.words()) {
                    folder = inImage(path.text()).orElse(folder);
                }
            }
            case "COPY", "ADD" -> {
                if (instruction.flag("--from").findAny().isEmpty()) {
                    copy(instruction.words());
                    if (!instruction.isForLater() && instruction.heredocs().isEmpty()) {
                        require(instruction.words());
                    }
                }
            }
            case "RUN" -> {
                for (Token mount : instruction.flag("--mount").toList()) {
                    mount(mount.text());
                }
            }
            default -> {
                // Nothing else moves files.
            }
        }
    }

    /** Forgets the image, for the next stage. */
    void leaveStage() {
        copies.clear();
        configurations.clear();
        folder = TreePath.ROOT;
    }

    /** The files of the context that lie where pip and uv look for their configuration, each once. */
    Set<TreeEntry> pipConfigurations() throws IOException {
        Set<TreeEntry> found = new LinkedHashSet<>(configurations);
        for (String path : PIP_CONFIGURATIONS) {
            find(path).ifPresent(found::add);
        }
        return found;
    }

    /** The file of the context that a path in the image leads to; nothing when that is not plain. */
    Optional<TreeEntry> find(String path) throws IOException {
        Optional<TreePath> wanted = inImage(path);
        for (int i = copies.size() - 1; i >= 0 && wanted.isPresent(); i--) {
            Copy copy = copies.get(i);
            if (wanted.get().isIn(copy.target())) {
                Optional<TreeEntry> found =
                        inContext(copy.source().path(), wanted.get().relativeTo(copy.target()));
                if (found.filter(TreeEntry::isFile).isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The sources of {@code COPY} and {@code ADD} that the context does not have, or that are not sent with it. */
    List<Missing> missing() {
        return missing;
    }

    EnvironmentFiles files() {
        return files;
    }

    private void copy(List<Token> words) throws IOException {
        if (words.size() < 2) {
            return;
        }
        String last = words.get(words.size() - 1).text();
        Optional<TreePath> target = inImage(last);
        for (Token source : words.subList(0, words.size() - 1)) {
            for (TreeEntry entry : sources(source.text())) {
                configuration(entry, target.map(TreePath::value).orElse(last));
                if (target.isEmpty()) {
                    continue;
                }
                TreePath to = target.get();
                if (entry.isFile() && !entry.path().isRoot()) {
                    // Whether a plain name is a folder by then is not told: the file is looked for in both places.
                    copies.add(new Copy(entry, to.child(entry.path().name())));
                }
                if (!entry.isFile() || !last.endsWith("/")) {
                    copies.add(new Copy(entry, to));
                }
            }
        }
    }

    /** Takes note of a file that is put where pip looks, even when a variable in the path leaves open whose folder that is. */
    private void configuration(TreeEntry entry, String target) {
        String name = entry.path().name();
        if (entry.isFile() && Stream.of(target, target + "/" + name).anyMatch(PIP_PLACE.asMatchPredicate())) {
            configurations.add(entry);
        }
    }

    /** Takes note of what the context lacks, as far as a path says by itself what it leads to. A pattern may match nothing. */
    private void require(List<Token> words) throws IOException {
        for (Token source : words.subList(0, Math.max(0, words.size() - 1))) {
            String path = source.text();
            if (PLAIN.matcher(path).matches() && !REMOTE.matcher(path).matches()) {
                require(source, withinContext(path));
            }
        }
    }

    private void require(Token source, String path) throws IOException {
        Optional<TreeEntry> found = inContext(root, path);
        if (found.isEmpty()) {
            missing.add(new Missing(source, new Missing.NotCommitted()));
            return;
        }
        Optional<TreePath> notUploaded = found.get().isFile() ? notUploaded(path) : Optional.empty();
        if (notUploaded.isPresent()) {
            missing.add(new Missing(source, new Missing.NotUploaded(notUploaded.get())));
            return;
        }
        Optional<Token> pattern = path.equals(".") ? Optional.empty() : ignore.leavingOut(path, found.get());
        pattern.ifPresent(line -> missing.add(new Missing(source, new Missing.NotSent(line))));
    }

    /** The ignore file that keeps a file from being uploaded with the context (azure-ai-ml 1.35, get_ignore_file). */
    private Optional<TreePath> notUploaded(String file) throws IOException {
        if (uploaded.isEmpty() || uploaded.get().named(file).isPresent()) {
            return Optional.empty();
        }
        for (String name : List.of(".amlignore", ".gitignore")) {
            TreePath ignoreFile = root.child(name);
            if (files.find(ignoreFile).isPresent()) {
                return Optional.of(ignoreFile);
            }
        }
        return Optional.empty();
    }

    /** The path as BuildKit has it, to which nothing lies above the context. */
    private static String withinContext(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return names.isEmpty() ? "." : String.join("/", names);
    }

    private List<TreeEntry> sources(String text) throws IOException {
        String path = text.startsWith("/") ? text.substring(1) : text;
        if (!CopyPattern.isIn(path)) {
            return inContext(root, path).stream().toList();
        }
        int slash = path.lastIndexOf('/');
        Optional<TreeEntry> parent = inContext(root, path.substring(0, slash + 1));
        if (parent.isEmpty()) {
            return List.of();
        }
        try {
            CopyPattern pattern = CopyPattern.of(path.substring(slash + 1));
            return files.children(parent.get().path()).stream()
                    .filter(child -> pattern.matches(child.path().name()))
                    .toList();
        } catch (GrammarException e) {
            return List.of();
        }
    }

    private void mount(String options) throws IOException {
        String source = option(options, "source", "src").orElse(".");
        Optional<TreePath> target =
                option(options, "target", "dst", "destination").flatMap(this::inImage);
        boolean bind = option(options, "type").orElse("bind").equals("bind")
                && option(options, "from").isEmpty();
        if (bind && target.isPresent()) {
            sources(source).forEach(entry -> copies.add(new Copy(entry, target.get())));
        }
    }

    /** The value of an option in the comma-separated list of a mount. */
    static Optional<String> option(String options, String... names) {
        return Stream.of(options.split(",", -1))
                .flatMap(option -> Stream.of(names)
                        .filter(name -> option.startsWith(name + "="))
                        .map(name -> option.substring(name.length() + 1)))
                .findFirst();
    }

    private Optional<TreeEntry> inContext(TreePath from, String path) throws IOException {
        try {
            TreePath resolved = from.resolve(path);
            return resolved.isIn(root) ? files.find(resolved) : Optional.empty();
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }

    private Optional<TreePath> inImage(String path) {
        if (path.indexOf('$') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(path.startsWith("/") ? TreePath.ROOT.resolve(path.substring(1)) : folder.resolve(path));
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }
}
