package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.code.CodeFolder;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.environment.EnvironmentProblem;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.environment.JobScript;
import io.github.amlmaven.environment.Uploaded;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a graph: takes one definition after the other from a queue, and puts those that it refers to behind it. */
final class GraphReader {
    private static final JsonPointer BUILD_PATH = JsonPointer.compile("/build/path");

    private final FileTree tree;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Set<AssetId> known = new HashSet<>();
    private final Documents documents;
    private final ComponentUploads uploads = new ComponentUploads();

    private final List<AssetId> entries = new ArrayList<>();
    private final SortedMap<AssetId, Asset> assets = new TreeMap<>();
    private final SortedMap<AssetId, EnvironmentSpec> environments = new TreeMap<>();
    private final SortedMap<AssetId, List<JobScript>> scripts = new TreeMap<>();
    private final SortedMap<CodeId, CodeListing> code = new TreeMap<>();
    /** What the definition that is being read has uploaded, by its folder. */
    private final Map<TreePath, CodeListing> uploadedHere = new HashMap<>();

    private final NavigableMap<TreePath, TreeEntry> files = new TreeMap<>();
    private final Set<Problem> problems = new HashSet<>();
    private final Set<Location> complainedOf = new HashSet<>();

    GraphReader(FileTree tree) {
        this.tree = tree;
        this.documents = new Documents(tree);
    }

    private record Pending(AssetId id, Recognition what, Document document, JsonPointer at, CodeUse use) {}

    DefinitionGraph read(Collection<TreePath> paths) throws IOException {
        for (TreePath path : paths.stream().sorted().toList()) {
            entry(path);
        }
        while (!pending.isEmpty()) {
            Pending next = pending.removeFirst();
            assets.put(next.id(), asset(next));
        }
        problems.addAll(Cycles.in(assets));
        problems.addAll(CaseCollisions.in(files.navigableKeySet()));
        List<Problem> passedOver = documents.unreadable().stream()
                .filter(problem -> !problems.contains(problem))
                .toList();
        return new DefinitionGraph(
                entries, assets, environments, scripts, code, files, List.copyOf(problems), passedOver);
    }

    private void entry(TreePath path) throws IOException {
        Optional<TreeEntry> file = tree.find(path).filter(TreeEntry::isFile);
        Optional<Document> document = file.isPresent() ? documents.open(file.get()) : Optional.empty();
        if (document.isEmpty()) {
            if (file.isPresent() && (Document.isTooLong(tree, file.get()) || AzureSigns.areIn(tree, file.get()))) {
                documents.problem(path).ifPresent(this::problem);
            }
            return;
        }
        Optional<Problem> bygone = Bygone.problem(document.get());
        if (bygone.isPresent()) {
            problem(bygone.get());
            return;
        }
        Recognition.of(document.get().root(), path.name()).ifPresent(what -> {
            keep(file.get());
            entries.add(enqueue(new AssetId(what.kind(), path, ""), what, document.get(), JsonPointer.empty()));
        });
    }

    private Asset asset(Pending next) throws IOException {
        uploadedHere.clear();
        Uploaded uploaded = uploads.around(next.id(), next.document().root().at(next.at()));
        Resolver resolver = new Resolver(this, new Locator(tree, uploaded), next.document(), next.what(), next.use());
        List<Mention> mentions = mentions(next);
        List<Reference> references = new ArrayList<>();
        for (Mention mention : mentions) {
            // Where a step of a pipeline uses a run configuration, the step names the script, and this one is a
            // template's.
            if (!(mention instanceof Mention.Script) || entries.contains(next.id())) {
                resolver.resolve(mention).ifPresent(references::add);
            }
        }
        scripts(next, references);
        uploads.note(next.id(), references, code);
        if (next.id().kind() == AssetKind.ENVIRONMENT) {
            environment(next, uploaded, references);
        }
        return new Asset(next.id(), next.what().type(), next.what().sdk(), next.document(), next.at(), references);
    }

    private List<Mention> mentions(Pending next) throws IOException {
        if (next.what().sdk() == Asset.Sdk.V1) {
            return MentionsV1.of(next.document(), next.at(), next.id().kind());
        }
        List<Mention> mentions = Mentions.of(next.document(), next.at(), next.what());
        boolean component =
                next.id().kind() == AssetKind.COMPONENT && next.id().place().isEmpty();
        List<Mention.Include> includes =
                component ? IncludesFile.beside(this, next.id().path()) : List.of();
        return includes.isEmpty() ? mentions : IncludesFile.merge(includes, mentions, next.at());
    }

    private void scripts(Pending next, List<Reference> references) throws IOException {
        List<JobScript> found =
                Scripts.of(tree, next.id().kind(), next.what(), next.document(), next.at(), references, code);
        if (!found.isEmpty()) {
            scripts.put(next.id(), found);
            found.forEach(script -> complain(script.problems()));
        }
    }

    /** What was uploaded for the build context that an environment names. */
    private Optional<Uploaded> context(JsonPointer at, List<Reference> references) {
        JsonPointer path = at.append(BUILD_PATH);
        return references.stream()
                .filter(reference -> reference.pointer().equals(path))
                .flatMap(reference -> reference.target() instanceof Target.Files files
                        ? Stream.ofNullable(uploadedHere.get(files.path()))
                        : Stream.empty())
                .<Uploaded>map(UploadedCode::new)
                .findFirst();
    }

    private void environment(Pending next, Uploaded uploaded, List<Reference> references) throws IOException {
        EnvironmentSpec spec =
                EnvironmentSpec.read(tree, next.document(), next.at(), uploaded, context(next.at(), references));
        environments.put(next.id(), spec);
        spec.files().forEach(this::keep);
        complain(spec.problems());
    }

    private void complain(List<EnvironmentProblem> found) {
        List<Problem> further = found.stream()
                .filter(problem -> !complainedOf.contains(problem.location()))
                .map(p -> new Problem(p.id(), p.location(), p.found(), p.message(), p.fix()))
                .toList();
        further.forEach(this::problem);
    }

    FileTree tree() {
        return tree;
    }

    void problem(Problem problem) {
        problems.add(problem);
        complainedOf.add(problem.location());
    }

    void keep(TreeEntry entry) {
        if (entry.kind() != TreeEntry.Kind.FOLDER) {
            files.put(entry.path(), entry);
        }
    }

    /** A definition to read, now or when it was met first. */
    AssetId enqueue(AssetId id, Recognition what, Document document, JsonPointer at) {
        return enqueue(id, what, document, at, useIn(id.kind()));
    }

    /** The same where something around it says what its code is for. */
    AssetId enqueue(AssetId id, Recognition what, Document document, JsonPointer at, CodeUse use) {
        if (known.add(id)) {
            pending.addLast(new Pending(id, what, document, at, use));
        }
        return id;
    }

    /** A step of a pipeline becomes a component. */
    private static CodeUse useIn(AssetKind kind) {
        return kind == AssetKind.COMPONENT || kind == AssetKind.PIPELINE ? CodeUse.COMPONENT : CodeUse.JOB;
    }

    /** What Azure ML would upload of some code, or of a folder of data: it treats them alike. */
    CodeListing upload(CodeId id) throws IOException {
        CodeListing listing = CodeFolder.list(tree, id.path(), id.additionalIncludes(), id.use());
        uploadedHere.put(id.path(), listing);
        listing.captured().forEach(this::keep);
        listing.problems()
                .forEach(p -> problem(new Problem(
                        p.id(),
                        Location.startOf(p.entry().path()),
                        p.entry().path().name(),
                        p.message(),
                        p.fix())));
        return listing;
    }

    void code(CodeId id) throws IOException {
        if (!code.containsKey(id)) {
            code.put(id, upload(id));
        }
    }

    /** The content of a file that something refers to; nothing when it cannot be read, which is then among the problems. */
    Optional<Document> document(TreeEntry file) throws IOException {
        Optional<Document> document = documents.open(file);
        if (document.isEmpty()) {
            documents.problem(file.path()).ifPresent(this::problem);
        }
        return document;
    }
}
