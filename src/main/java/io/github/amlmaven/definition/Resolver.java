package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.environment.PreviewPath;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out what the mentions of one definition lead to. */
final class Resolver {
    private final GraphReader graph;
    private final Locator locator;
    private final Document document;
    private final Recognition what;
    private final CodeUse use;

    Resolver(GraphReader graph, Locator locator, Document document, Recognition what, CodeUse use) {
        this.graph = graph;
        this.locator = locator;
        this.document = document;
        this.what = what;
        this.use = use;
    }

    /**
     * Follows one mention; what it leads to is queued, kept, or complained about.
     *
     * @param mention the mention
     * @return the reference; nothing when the mention turns out to refer to nothing
     * @throws IOException when the tree cannot be read
     */
    Optional<Reference> resolve(Mention mention) throws IOException {
        // A chain of patterns, until Java 17 is no longer the floor and a switch can take it.
        if (mention instanceof Mention.Remote remote) {
            return reference(mention, remote.text(), RemoteReference.of(remote.text(), remote.kind()));
        } else if (mention instanceof Mention.Inline inline) {
            return reference(mention, place(inline.pointer()), inline(inline));
        } else if (mention instanceof Mention.Definition definition) {
            return definition(definition);
        } else if (mention instanceof Mention.Files files) {
            return reference(mention, files.text(), files(files));
        } else if (mention instanceof Mention.InCode inCode) {
            return inCode(inCode);
        } else if (mention instanceof Mention.Script script) {
            return reference(mention, script.text(), script(script));
        }
        Mention.Code code = (Mention.Code) mention;
        return reference(mention, code.text().orElse(""), code(code));
    }

    private Optional<Reference> reference(Mention mention, String written, Target target) {
        return Optional.of(new Reference(mention.pointer(), document.textAt(mention.pointer()), written, target));
    }

    private Target inline(Mention.Inline inline) {
        Recognition recognition = recognize(inline.kind(), document, inline.pointer());
        AssetId id = new AssetId(recognition.kind(), document.path(), place(inline.pointer()));
        // What a job tries out is a component by its shape alone.
        return new Target.Local(
                inline.kind() == AssetKind.COMPONENT
                        ? graph.enqueue(id, recognition, document, inline.pointer(), use)
                        : graph.enqueue(id, recognition, document, inline.pointer()));
    }

    private Optional<Reference> definition(Mention.Definition mention) throws IOException {
        String text = mention.text();
        RemoteKind expected = mention.kind().map(Resolver::remoteKind).orElse(RemoteKind.DATA);
        Optional<Target.Remote> remote = RemoteReference.ifRemote(text, expected);
        if (remote.isPresent()) {
            return reference(mention, text, remote.get());
        }
        Location at = document.textAt(mention.pointer());
        Optional<Locator.Found> found = locate(text, at, noun(mention.kind()));
        if (found.isEmpty()) {
            return reference(mention, text, new Target.Unresolved());
        }
        TreeEntry file = found.get().entry();
        if (!file.isFile()) {
            graph.problem(new Problem(
                    "definition/not-a-file",
                    at,
                    text,
                    "'" + file.path() + "' is a folder; a definition is a file.",
                    "Name the file in it."));
            return reference(mention, text, new Target.Unresolved());
        }
        return reference(mention, text, local(mention.kind(), file));
    }

    private Target local(Optional<AssetKind> kind, TreeEntry file) throws IOException {
        Optional<Document> read = graph.document(file);
        if (read.isEmpty()) {
            return new Target.Unresolved();
        }
        Document definition = read.get();
        Optional<Problem> bygone = Bygone.problem(definition);
        if (bygone.isPresent()) {
            graph.problem(bygone.get());
            return new Target.Unresolved();
        }
        Optional<Recognition> recognition = kind.isPresent()
                ? Optional.of(recognize(kind.get(), definition, JsonPointer.empty()))
                : Recognition.of(definition.root(), file.path().name());
        if (recognition.isEmpty()) {
            return new Target.Files(file.path());
        }
        if (!definition.root().isObject()) {
            graph.problem(new Problem(
                    "definition/not-a-mapping",
                    Location.startOf(file.path()),
                    file.path().name(),
                    "This file is used as a definition but holds no mapping of fields.",
                    "Correct the reference to it, or the file."));
            return new Target.Unresolved();
        }
        AssetId id = new AssetId(recognition.get().kind(), file.path(), "");
        return new Target.Local(graph.enqueue(id, recognition.get(), definition, JsonPointer.empty()));
    }

    /** A job that holds steps is a pipeline, whatever names it. */
    private static Recognition recognize(AssetKind kind, Document document, JsonPointer at) {
        Recognition recognition = Recognition.as(kind, document.root().at(at));
        if (kind != AssetKind.JOB || !recognition.type().equals("pipeline")) {
            return recognition;
        }
        return Recognition.as(AssetKind.PIPELINE, document.root().at(at));
    }

    private Target files(Mention.Files mention) throws IOException {
        Optional<Target.Remote> remote = RemoteReference.ifRemote(mention.text(), mention.remote());
        if (remote.isPresent()) {
            return remote.get();
        }
        Location at = document.textAt(mention.pointer());
        Optional<Locator.Found> found =
                locate(PreviewPath.places(mention.below(), mention.text()), mention.text(), at, "file or folder");
        if (found.isEmpty()) {
            return new Target.Unresolved();
        }
        TreePath path = found.get().entry().path();
        graph.upload(new CodeId(path, List.of(), CodeUse.JOB));
        return new Target.Files(path);
    }

    private Optional<Reference> inCode(Mention.InCode mention) throws IOException {
        Optional<Target.Remote> remote = remoteCode(mention.text());
        if (remote.isPresent()) {
            return reference(mention, mention.text(), remote.get());
        }
        if (mention.code().isEmpty() || remoteCode(mention.code()).isPresent()) {
            return Optional.empty();
        }
        try {
            Optional<Locator.Found> code = locator.from(document.path().parent(), mention.code());
            if (code.isEmpty()) {
                return Optional.empty();
            }
            TreePath path = code.get().entry().path();
            TreePath folder = code.get().entry().isFile() ? path.parent() : path;
            Optional<Locator.Found> found = locator.from(folder, mention.text());
            if (found.isEmpty()) {
                graph.problem(PathProblems.missing(mention.text(), document.textAt(mention.pointer()), folder, "file"));
                return reference(mention, mention.text(), new Target.Unresolved());
            }
            keep(found.get());
            Target file = new Target.Files(found.get().entry().path());
            return reference(mention, mention.text(), file);
        } catch (OutsideTreeException e) {
            graph.problem(PathProblems.outside(mention.text(), document.textAt(mention.pointer())));
            return reference(mention, mention.text(), new Target.Unresolved());
        }
    }

    private static Optional<Target.Remote> remoteCode(String text) {
        return RemoteReference.ifRemote(text, RemoteKind.CODE);
    }

    private Target code(Mention.Code mention) throws IOException {
        Optional<Target.Remote> remote = mention.text().flatMap(Resolver::remoteCode);
        if (remote.isPresent()) {
            return remote.get();
        }
        Location at = document.textAt(mention.pointer());
        Optional<Locator.Found> found = locate(mention.text().orElse("."), at, "folder or file");
        if (found.isEmpty()) {
            return new Target.Unresolved();
        }
        List<TreePath> includes = new ArrayList<>();
        for (Mention.Include include : mention.includes()) {
            if (include.isPackage()) {
                graph.problem(PathProblems.fetched(include));
            } else if (isFolderToZip(include.text())) {
                graph.problem(PathProblems.zipped(include));
            } else {
                locate(include.text(), include.location(), "folder or file")
                        .ifPresent(i -> includes.add(i.entry().path()));
            }
        }
        return code(new CodeId(found.get().entry().path(), includes, use(mention, includes)));
    }

    /** Only a component has includes. */
    private CodeUse use(Mention.Code mention, List<TreePath> includes) {
        if (includes.isEmpty()) {
            return use;
        }
        return mention.text().isPresent() ? CodeUse.COMPONENT : CodeUse.INCLUDES;
    }

    /** {@code lib.zip} where there is no such file but a folder {@code lib}: the Azure ML client would make the zip. */
    private boolean isFolderToZip(String text) throws IOException {
        if (!text.endsWith(".zip") || text.endsWith("/.zip")) {
            return false;
        }
        TreePath folder = document.path().parent();
        try {
            return locator.from(folder, text).isEmpty()
                    && locator.from(folder, text.substring(0, text.length() - ".zip".length()))
                            .filter(found -> !found.entry().isFile())
                            .isPresent();
        } catch (OutsideTreeException e) {
            return false;
        }
    }

    private Target script(Mention.Script mention) throws IOException {
        Optional<Locator.Found> found = locate(mention.text(), document.textAt(mention.pointer()), "script");
        if (found.isEmpty()) {
            return new Target.Unresolved();
        }
        TreePath folder = found.get().entry().path().parent();
        return code(new CodeId(folder, List.of(), CodeUse.COMPONENT));
    }

    private Target code(CodeId id) throws IOException {
        graph.code(id);
        return new Target.Code(id);
    }

    private Optional<Locator.Found> locate(String text, Location at, String noun) throws IOException {
        return locate(List.of(text), text, at, noun);
    }

    private Optional<Locator.Found> locate(List<String> places, String text, Location at, String noun)
            throws IOException {
        TreePath folder = document.path().parent();
        try {
            Optional<Locator.Found> found = Optional.empty();
            for (int i = 0; i < places.size() && found.isEmpty(); i++) {
                String place = places.get(i);
                found = what.sdk() == Asset.Sdk.V1 ? locator.upwardFrom(folder, place) : locator.from(folder, place);
            }
            if (found.isEmpty()) {
                graph.problem(
                        what.sdk() == Asset.Sdk.V1
                                ? PathProblems.missingUpward(text, at, folder, noun)
                                : PathProblems.missing(text, places.get(0), at, folder, noun));
            }
            found.ifPresent(this::keep);
            return found;
        } catch (OutsideTreeException e) {
            graph.problem(PathProblems.outside(text, at));
            return Optional.empty();
        }
    }

    private void keep(Locator.Found found) {
        found.links().forEach(graph::keep);
        graph.keep(found.entry());
    }

    private static String place(JsonPointer pointer) {
        return pointer.matches() ? "" : pointer.toString().substring(1);
    }

    private static String noun(Optional<AssetKind> kind) {
        return kind.map(k -> k.label().toLowerCase(Locale.ROOT) + " definition").orElse("file");
    }

    private static RemoteKind remoteKind(AssetKind kind) {
        return switch (kind) {
            case COMPONENT -> RemoteKind.COMPONENT;
            case ENVIRONMENT -> RemoteKind.ENVIRONMENT;
            case MODEL -> RemoteKind.MODEL;
            case JOB, PIPELINE -> RemoteKind.JOB;
            default -> RemoteKind.DATA;
        };
    }
}
