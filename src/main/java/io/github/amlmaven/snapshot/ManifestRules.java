package io.github.amlmaven.snapshot;

import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the schema asks of a manifest and its Java types do not: that texts have their form, and that lists are in their order. What is
 * computed anew, the digests, needs no form of its own. A test holds this against the schema.
 */
final class ManifestRules {
    private static final int OBJECT = 40;
    private static final int SHA_256 = 64;
    private static final Pattern RULE = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+");

    private final Manifest manifest;
    private final Flaws flaws;

    private ManifestRules(Manifest manifest, Flaws flaws) {
        this.manifest = manifest;
        this.flaws = flaws;
    }

    /**
     * Checks a manifest.
     *
     * @param manifest the manifest
     * @param flaws takes what is wrong
     */
    static void check(Manifest manifest, Flaws flaws) {
        ManifestRules rules = new ManifestRules(manifest, flaws);
        rules.head();
        rules.assets();
        rules.code();
        rules.files();
        rules.verdict();
    }

    private void wrong(String what) {
        flaws.add(SnapshotWriter.MANIFEST, what);
    }

    /** There may be very many files; so no text is made for what is right. */
    private void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            wrong(otherwise.get());
        }
    }

    private void present(String what, String... texts) {
        for (String text : texts) {
            require(!text.isEmpty(), () -> what + " has an empty text.");
        }
    }

    private void object(Supplier<String> what, String id) {
        require(isHex(id, OBJECT), () -> what.get() + " is '" + id + "', which is no id of a git object.");
    }

    private static boolean isHex(String text, int length) {
        boolean hex = text.length() == length;
        for (int i = 0; hex && i < length; i++) {
            char c = text.charAt(i);
            hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return hex;
    }

    private void head() {
        require(
                manifest.formatVersion() == Manifest.FORMAT_VERSION,
                () -> "Its format is " + manifest.formatVersion() + "; the oldest is 1.");
        present("generator", manifest.generator());
        Manifest.Project project = manifest.project();
        present("project", project.groupId(), project.artifactId(), project.version());
        object(() -> "git.commit", manifest.git().commit());
        object(() -> "git.tree", manifest.git().tree());
        for (Manifest.Submodule submodule : manifest.git().submodules()) {
            object(() -> "The commit of the submodule " + submodule.path(), submodule.commit());
            require(!submodule.path().isRoot(), () -> "A submodule has an empty path.");
        }
    }

    private void assets() {
        Optional<AssetId> before = Optional.empty();
        Set<String> entries = new HashSet<>();
        for (Manifest.AssetEntry asset : manifest.assets()) {
            AssetId id = asset.id();
            require(
                    before.isEmpty() || before.get().compareTo(id) < 0,
                    () -> id + " is not in its place, or there twice.");
            before = Optional.of(id);
            require(
                    asset.sdk().equals("v1") || asset.sdk().equals("v2"),
                    () -> id + " is of the SDK '" + asset.sdk() + "'.");
            source(id.toString(), asset.source());
            require(
                    asset.file().startsWith(id.kind().folder() + "/")
                            && asset.file().endsWith(".json")
                            && entries.add(asset.file()),
                    () -> id + " cannot be in the entry '" + asset.file() + "'.");
            asset.references()
                    .forEach(edge -> require(edge.line() >= 1, () -> id + " refers to something in no line."));
            require(asset.reads().stream().noneMatch(TreePath::isRoot), () -> id + " reads a file without a path.");
        }
    }

    private void source(String what, Manifest.Source source) {
        require(source.line() >= 1, () -> what + " is in line " + source.line() + ".");
        require(!source.path().isRoot(), () -> what + " is in no file.");
        require(source.place().filter(String::isEmpty).isEmpty(), () -> what + " has an empty place.");
    }

    private void code() {
        Optional<CodeId> before = Optional.empty();
        for (Manifest.CodeEntry code : manifest.code()) {
            CodeId id = code.id();
            require(
                    before.isEmpty() || before.get().compareTo(id) < 0,
                    () -> "The code " + id + " is not in its place.");
            before = Optional.of(id);
            require(
                    code.use().filter(CodeUse.COMPONENT::equals).isEmpty(),
                    () -> "The code " + id + " says what goes without saying.");
            require(
                    id.use() == CodeUse.COMPONENT || id.additionalIncludes().isEmpty() == (id.use() == CodeUse.JOB),
                    () -> "The code " + id + " has includes that nothing would be made of, or has none.");
            code.tree().ifPresent(tree -> object(() -> "The tree of the code " + id, tree));
            require(
                    code.files() >= 1 && code.bytes() >= 0,
                    () -> "The code " + id + " has " + code.files() + " files.");
        }
    }

    private void files() {
        Optional<TreePath> before = Optional.empty();
        for (Manifest.FileEntry file : manifest.files()) {
            TreePath path = file.path();
            require(
                    before.isEmpty() || before.get().compareTo(path) < 0,
                    () -> "The file " + path + " is not in its place, or there twice.");
            before = Optional.of(path);
            require(!path.isRoot(), () -> "A file has an empty path.");
            require(file.mode() != TreeEntry.Kind.FOLDER, () -> "The file " + path + " is a folder.");
            require(file.size() >= 0, () -> "The file " + path + " has " + file.size() + " bytes.");
            object(() -> "The git object of " + path, file.blob());
            require(isHex(file.sha256(), SHA_256), () -> "The SHA-256 of " + path + " is none.");
            require(
                    !file.lfs() || file.mode() != TreeEntry.Kind.LINK,
                    () -> "The link " + path + " cannot be in Git LFS.");
        }
    }

    private void verdict() {
        Set<String> assets =
                manifest.assets().stream().map(asset -> asset.id().toString()).collect(Collectors.toSet());
        for (Manifest.RemoteEntry remote : manifest.remote()) {
            require(
                    assets.contains(remote.asset()),
                    () -> "'" + remote.written() + "' is of " + remote.asset() + ", which is" + " not there.");
            source("'" + remote.written() + "'", remote.source());
        }
        for (Manifest.Exemption exemption : manifest.exemptions()) {
            rule(exemption.rule());
            present("An exemption", exemption.reason(), exemption.owner());
            require(
                    exemption.path().isPresent() || exemption.reference().isPresent(),
                    () -> "The exemption from " + exemption.rule() + " is for nothing.");
            exemption.reference().ifPresent(reference -> present("An exemption", reference));
        }
        present("allowDirty", manifest.allowDirty().toArray(String[]::new));
        List<Manifest.Finding> findings = manifest.findings();
        require(
                manifest.publishable() == findings.isEmpty(),
                () -> "It has " + findings.size() + " findings, and says that it is "
                        + (manifest.publishable() ? "" : "not ") + "publishable.");
        for (Manifest.Finding finding : findings) {
            rule(finding.rule());
            present("A finding", finding.message(), finding.fix());
            require(
                    finding.severity().equals("refuse") || finding.severity().equals("warn"),
                    () -> "A finding has the severity '" + finding.severity() + "'.");
            require(finding.line() >= 1 && finding.column() >= 1, () -> "A finding is in no line.");
        }
    }

    private void rule(String id) {
        require(RULE.matcher(id).matches(), () -> "'" + id + "' is no rule.");
    }
}
