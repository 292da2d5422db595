package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.publish.Outcome.Written;
import io.github.amlmaven.publish.Plan.Action;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import io.github.amlmaven.workspace.wire.Difference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs a plan: writes what it creates, in the order of what needs what, and re-points last what is live. When that fails,
 * what it re-pointed is pointed back. It can be ended anywhere and run again: what was written is found by the next plan.
 */
public final class Publisher {
    private static final int WRITERS = 4;
    private static final int UPLOADERS = 16;
    private static final int SECONDS_BETWEEN_REPORTS = 2;

    /** Endpoints, and what is deployed behind them. */
    private static final Map<Collection, Collection> DEPLOYED = Map.of(
            Collection.BATCH_ENDPOINT, Collection.BATCH_DEPLOYMENT,
            Collection.ONLINE_ENDPOINT, Collection.ONLINE_DEPLOYMENT);

    /** What an endpoint says of its deployments, so that they have to be there first. */
    private static final List<String> SHARES = List.of("defaults", "traffic", "mirrorTraffic");

    private final Publication publication;
    private final Plan plan;
    private final Formers formers;
    private final Workspace workspace;
    private final Progress progress;
    private final Uploads uploads;
    private final Wording wording;
    private final Pointers pointers;
    private final Map<String, Plan.Step> steps = new LinkedHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final List<Written> written = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong reported = new AtomicLong();

    private Publisher(Publication publication, Plan plan, Formers formers, Workspace workspace, Progress progress) {
        this.publication = publication;
        this.plan = plan;
        this.formers = formers;
        this.workspace = workspace;
        this.progress = progress;
        this.uploads = new Uploads(publication, workspace);
        this.pointers = new Pointers(workspace, publication.manifest().id());
        plan.steps().forEach(step -> {
            steps.put(step.reference(), step);
            addresses.put(step.reference(), step.id());
        });
        Map<Element.Label, String> versions = new LinkedHashMap<>();
        plan.labels()
                .forEach(one -> versions.put(new Element.Label(one.kind(), one.name(), one.label()), one.version()));
        Resolved links = new Resolved(plan.place(), plan.location(), addresses, versions, publication.contents());
        this.wording = new Wording(publication, links, pointers);
    }

    /**
     * Runs a plan.
     *
     * @param publication what the plan was made for
     * @param plan a plan without problems
     * @param formers what it re-points, read just before
     * @param workspace where to
     * @param progress hears what is done
     * @return what came of it
     */
    public static Outcome publish(
            Publication publication, Plan plan, Formers formers, Workspace workspace, Progress progress) {
        if (!plan.problems().isEmpty()) {
            throw new IllegalArgumentException("This plan must not be run: " + plan.problems());
        }
        return new Publisher(publication, plan, formers, workspace, progress).publish();
    }

    private Outcome publish() {
        Optional<Exception> failure = Optional.empty();
        ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor();
        try (Crew writers = new Crew(WRITERS);
                Crew uploaders = new Crew(UPLOADERS)) {
            var unused = reports.scheduleWithFixedDelay(
                    this::report, SECONDS_BETWEEN_REPORTS, SECONDS_BETWEEN_REPORTS, TimeUnit.SECONDS);
            pointers.note(live(), formers);
            for (List<Element> stage : Order.stages(written())) {
                run(stage, writers, uploaders);
            }
        } catch (IOException | WorkspaceException | InterruptedException | RuntimeException e) {
            // Also what nobody foresaw must not leave anything pointed at half a snapshot, without a word.
            failure = Optional.of(e);
        } finally {
            reports.shutdownNow();
        }
        Outcome outcome = Outcome.of(plan, List.copyOf(written), failure);
        // Who interrupts wants it to end now.
        return failure.isEmpty() || failure.get() instanceof InterruptedException
                ? outcome
                : outcome.after(pointers.back());
    }

    /** What runs this snapshot from now on, and may be there. What is written anew for a rest of another run may have been re-pointed by that. */
    private List<ResourceName> live() {
        return written().stream()
                .filter(Element.Asset.class::isInstance)
                .map(Element.Asset.class::cast)
                .filter(asset -> !asset.collection().isAsset() && asset.collection() != Collection.JOB)
                .map(asset -> Names.of(asset, asset.name()))
                .toList();
    }

    private void report() {
        long now = bytes.get();
        if (now > reported.getAndSet(now)) {
            progress.uploaded(now);
        }
    }

    private List<Element> written() {
        return publication.elements().stream()
                .filter(element -> step(element).action() != Action.REUSE)
                .toList();
    }

    private Plan.Step step(Element element) {
        return Objects.requireNonNull(steps.get(element.reference()), element.reference());
    }

    private void run(List<Element> stage, Crew writers, Crew uploaders)
            throws IOException, WorkspaceException, InterruptedException {
        List<Crew.Task> tasks = new ArrayList<>();
        stage.forEach(element -> tasks.add(() -> write(element, uploaders)));
        writers.all(tasks);
        for (Map.Entry<Collection, Collection> deployed : DEPLOYED.entrySet()) {
            if (isOf(stage, deployed.getValue()) || isLastOfEndpoints(stage, deployed)) {
                writers.all(shares(deployed.getKey()));
            }
        }
    }

    private static boolean isOf(List<Element> stage, Collection collection) {
        return stage.stream().anyMatch(one -> one instanceof Element.Asset asset && asset.collection() == collection);
    }

    /** Whether there are endpoints and no deployment is written after them. */
    private boolean isLastOfEndpoints(List<Element> stage, Map.Entry<Collection, Collection> deployed) {
        return isOf(stage, deployed.getKey()) && !isOf(written(), deployed.getValue());
    }

    private void write(Element element, Crew uploaders) throws IOException, WorkspaceException, InterruptedException {
        if (element instanceof Element.Code code) {
            done(element, code(code, uploaders).id());
        } else if (element instanceof Element.Files files) {
            done(element, uploads.write(files, uploaders, bytes));
        } else if (element instanceof Element.Asset asset && DEPLOYED.containsKey(asset.collection())) {
            if (step(element).action() == Action.CREATE) {
                Wording.Ready ready = wording.of(asset);
                ObjectNode properties = ready.content().withObjectProperty("properties");
                boolean later = SHARES.stream().anyMatch(properties::hasNonNull);
                properties.remove(SHARES);
                Resource there = workspace.put(ready.name(), ready.content());
                if (!later) {
                    done(element, there.id());
                }
            }
        } else if (element instanceof Element.Asset asset) {
            done(element, put(asset).id());
        }
    }

    /** An endpoint is told its default deployment, or the shares of its deployments, once they are there. */
    private List<Crew.Task> shares(Collection endpoints) {
        List<Crew.Task> tasks = new ArrayList<>();
        for (Element element : written()) {
            if (element instanceof Element.Asset asset
                    && asset.collection() == endpoints
                    && written.stream().noneMatch(one -> one.step().equals(step(asset)))) {
                tasks.add(() -> done(asset, put(asset).id()));
            }
        }
        return tasks;
    }

    private Resource code(Element.Code code, Crew uploaders)
            throws IOException, WorkspaceException, InterruptedException {
        try {
            return uploads.write(code.entry(), uploaders, bytes);
        } catch (WorkspaceException e) {
            // Somebody else published the same meanwhile.
            Optional<Resource> there = e.reason() == Reason.REFUSED ? uploads.find(code.entry()) : Optional.empty();
            return there.orElseThrow(() -> e);
        }
    }

    private Resource put(Element.Asset asset) throws WorkspaceException, InterruptedException {
        Wording.Ready ready = wording.of(asset);
        if (step(asset).action() == Action.REPOINT) {
            return pointers.point(ready.name(), ready.content());
        }
        try {
            return workspace.put(ready.name(), ready.content());
        } catch (WorkspaceException e) {
            if (e.reason() != Reason.REFUSED || !asset.collection().isAsset()) {
                throw e;
            }
            // Somebody else published under this name meanwhile: the same, or something else.
            return same(asset, ready, workspace.get(ready.name()).orElseThrow(() -> e));
        }
    }

    private Resource same(Element.Asset asset, Wording.Ready ready, Resource there) throws WorkspaceException {
        List<String> changes = Shown.differences(asset.collection(), ready.content(), there).stream()
                .map(Difference::toString)
                .toList();
        if (changes.isEmpty() && (Shown.hasSteps(there) || !Preparation.isPipeline(asset.definition()))) {
            return there;
        }
        String name = ready.name().spoken();
        throw new WorkspaceException(
                Reason.REFUSED,
                Conflict.message(
                        asset,
                        name,
                        workspace.place(),
                        changes.isEmpty() ? List.of("Azure shows no steps, and says that they are others") : changes,
                        publication));
    }

    private void done(Element element, String id) {
        addresses.put(element.reference(), id);
        Written one = new Written(step(element), id);
        written.add(one);
        progress.wrote(one);
    }
}
