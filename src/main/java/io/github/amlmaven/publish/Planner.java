package io.github.amlmaven.publish;

import io.github.amlmaven.publish.Plan.Action;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Hold;
import io.github.amlmaven.workspace.wire.UntranslatableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds out what publishing would do. It reads, and never writes. */
public final class Planner {
    private static final int HANDS = 8;

    private final Publication publication;
    private final Workspace workspace;
    private final Known known;
    private final Remotes remotes;
    private final Uploads uploads;
    private final Newest newest;
    private final Map<Element.Label, String> versions = new ConcurrentHashMap<>();
    private final Map<String, Resource> code = new ConcurrentHashMap<>();
    private final List<Hold> held = new CopyOnWriteArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private Planner(Publication publication, Workspace workspace) {
        this.publication = publication;
        this.workspace = workspace;
        this.known = new Known(workspace);
        this.remotes = new Remotes(publication, workspace, known);
        this.uploads = new Uploads(publication, workspace);
        this.newest = new Newest(workspace);
    }

    /**
     * Makes a plan.
     *
     * @param publication what is to be published
     * @param workspace where to
     * @return the plan; it has problems when it must not be run
     * @throws WorkspaceException when the target does not answer
     * @throws IOException when the snapshot cannot be read
     * @throws InterruptedException when this thread was interrupted
     */
    public static Plan plan(Publication publication, Workspace workspace)
            throws WorkspaceException, IOException, InterruptedException {
        try {
            return new Planner(publication, workspace).plan();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Plan plan() throws WorkspaceException, IOException, InterruptedException {
        String location = ask();
        problems.addAll(remotes.problems());
        remarks.addAll(publication.remarks());
        remarks.addAll(remotes.remarks());
        List<Plan.Step> steps = problems.isEmpty() ? steps(location) : List.of();
        remarks.addAll(newest.remarks(steps));
        held.forEach(hold -> problems.add(Holds.problem(publication.artifact(), hold, workspace.place())));
        return new Plan(
                publication.target().id(),
                publication.target().place(),
                location,
                publication.manifest().id(),
                publication.artifact(),
                publication.manifest().git().commit(),
                steps,
                labels(),
                remotes.found(),
                remarks,
                problems);
    }

    /** Everything that can be asked before anything is known, at once. Returns the target's region. */
    private String ask() throws WorkspaceException, IOException, InterruptedException {
        // Alone, and first: when nobody may ask, or nobody answers, one has tried and not eight.
        String region = workspace.describe().path("location").asText();
        List<Crew.Task> tasks = new ArrayList<>();
        for (Element element : publication.elements()) {
            if (element instanceof Element.Code one) {
                tasks.add(() -> uploads.find(one.entry()).ifPresent(there -> code.put(one.reference(), there)));
            } else if (element instanceof Element.Asset asset) {
                if (!asset.name().anonymous()) {
                    tasks.add(() -> newest.ask(asset, known.get(Names.of(asset, asset.name()))));
                }
                asset.labels().forEach(label -> tasks.add(() -> version(label)));
            }
        }
        tasks.add(() -> new Holds(workspace).of(publication.stamp()).ifPresent(held::add));
        tasks.addAll(remotes.tasks());
        try (Crew crew = new Crew(HANDS)) {
            crew.all(tasks);
        }
        return region;
    }

    /** A label without a version is a reference to nothing, which the remotes tell. */
    private void version(Element.Label label) throws WorkspaceException, InterruptedException {
        Collection collection = Collection.valueOf(label.kind().name());
        Optional<String> version = workspace.newestVersions(collection, label.name(), 1).stream()
                .findFirst()
                .flatMap(newest -> newest.name().member());
        versions.put(label, version.orElse("0"));
    }

    private List<Plan.Labelled> labels() {
        return versions.entrySet().stream()
                .map(entry -> new Plan.Labelled(
                        entry.getKey().kind(),
                        entry.getKey().name(),
                        entry.getKey().label(),
                        entry.getValue()))
                .sorted(Comparator.comparing(Plan.Labelled::name).thenComparing(Plan.Labelled::label))
                .toList();
    }

    private List<Plan.Step> steps(String location) throws WorkspaceException, IOException, InterruptedException {
        Draft draft = new Draft(publication, known, location, versions);
        for (Element element : publication.elements()) {
            if (element instanceof Element.Code one) {
                draft.decide(one.reference(), decision(one));
            } else if (element instanceof Element.Files files) {
                draft.decide(files.reference(), decision(files));
            } else if (element instanceof Element.Asset asset) {
                try {
                    draft.decide(asset);
                } catch (UntranslatableException e) {
                    problems.addAll(new Places(publication.source()).sentences(e));
                }
            }
        }
        remarks.addAll(draft.remarks());
        Map<String, Draft.Decision> decisions = needed(draft.decisions());
        List<Plan.Step> steps = new ArrayList<>();
        for (Element element : publication.elements()) {
            Draft.Decision decision = decisions.get(element.reference());
            if (decision != null) {
                steps.add(step(element, decision));
            }
        }
        steps.stream().filter(step -> step.action() == Action.CONFLICT).forEach(step -> problems.add(conflict(step)));
        return steps;
    }

    private Draft.Decision decision(Element.Code element) {
        Resource there = code.get(element.reference());
        if (there != null) {
            return new Draft.Decision(Action.REUSE, there.name().spoken(), there.id(), List.of());
        }
        var name = Uploads.name(element.entry());
        return new Draft.Decision(
                Action.CREATE, name.spoken(), workspace.place().idOf(name), List.of());
    }

    private Draft.Decision decision(Element.Files element)
            throws IOException, WorkspaceException, InterruptedException {
        if (element.holder().isPresent()) {
            Optional<String> uri = known.get(element.holder().get()).flatMap(there -> Uploads.uri(there, element));
            return new Draft.Decision(
                    uri.isPresent() ? Action.REUSE : Action.CREATE,
                    element.path().toString(),
                    uri.orElse("files " + element.digest()),
                    List.of());
        }
        String address = uploads.address(element);
        return new Draft.Decision(Action.CREATE, element.path().toString(), address, List.of());
    }

    /**
     * What has no name of its own is written for those that refer to it. When all of them are there already, so is it, and it need not be looked
     * for; else files are there or not.
     */
    private Map<String, Draft.Decision> needed(Map<String, Draft.Decision> decisions)
            throws WorkspaceException, IOException, InterruptedException {
        Map<String, Draft.Decision> needed = new LinkedHashMap<>(decisions);
        List<Element> elements = new ArrayList<>(publication.elements());
        Collections.reverse(elements);
        for (Element element : elements) {
            Draft.Decision decision = needed.get(element.reference());
            if (decision != null && decision.action() == Action.CREATE && isForOthers(element)) {
                boolean there = isHeld(element, needed) || (element instanceof Element.Files files && isThere(files));
                if (there) {
                    needed.put(
                            element.reference(),
                            new Draft.Decision(Action.REUSE, decision.name(), decision.id(), List.of()));
                }
            }
        }
        return needed;
    }

    /** Those of a version in a registry are there with it, which is known already. */
    private boolean isThere(Element.Files files) throws IOException, WorkspaceException, InterruptedException {
        return files.holder().isEmpty() && uploads.isThere(files);
    }

    private static boolean isForOthers(Element element) {
        return !(element instanceof Element.Asset asset) || asset.name().anonymous();
    }

    /** Whether there are such as refer to it, and all of them are there. */
    private boolean isHeld(Element element, Map<String, Draft.Decision> decisions) {
        List<Draft.Decision> holders = publication.elements().stream()
                .filter(other -> other.needs().contains(element.reference()))
                .map(other -> Objects.requireNonNull(decisions.get(other.reference()), other.reference()))
                .toList();
        return !holders.isEmpty() && holders.stream().allMatch(holder -> holder.action() == Action.REUSE);
    }

    private Plan.Step step(Element element, Draft.Decision decision) {
        return new Plan.Step(
                decision.action(),
                element.reference(),
                kind(element),
                decision.name(),
                decision.id(),
                digest(element),
                decision.changes());
    }

    private static String kind(Element element) {
        if (element instanceof Element.Asset asset) {
            return asset.collection().spoken();
        }
        return element instanceof Element.Code ? Collection.CODE.spoken() : "files";
    }

    private static String digest(Element element) {
        if (element instanceof Element.Asset asset) {
            return asset.digest();
        }
        return element instanceof Element.Code code ? code.entry().digest() : ((Element.Files) element).digest();
    }

    private String conflict(Plan.Step step) {
        Element.Asset asset =
                (Element.Asset) Objects.requireNonNull(publication.byReference().get(step.reference()));
        return Conflict.message(asset, step.name(), workspace.place(), step.changes(), publication);
    }
}
