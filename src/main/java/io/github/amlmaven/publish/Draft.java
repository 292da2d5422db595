package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.publish.Plan.Action;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Difference;
import io.github.amlmaven.workspace.wire.Stamp;
import io.github.amlmaven.workspace.wire.UntranslatableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A plan while it is made: what was decided of each element so far, and where each is.
 *
 * <p>An anonymous asset has no name to look it up by that the service would keep to. So it counts as missing until something that is there is
 * found to refer to one with the same content; that one is used then.
 */
final class Draft {
    private static final String AZUREML = "azureml:";

    private final Map<String, Element> elements;
    private final Known known;
    private final Resolved links;
    private final Map<String, String> addresses;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * What is done with an element.
     *
     * @param action what
     * @param name what it is called
     * @param id where it is, or will be
     * @param changes how what is there differs
     */
    record Decision(Action action, String name, String id, List<String> changes) {}

    /**
     * Begins a plan.
     *
     * @param publication what is published
     * @param known what the target says
     * @param location the target's region
     * @param versions what each label stands for
     */
    Draft(Publication publication, Known known, String location, Map<Element.Label, String> versions) {
        this.elements = publication.byReference();
        this.known = known;
        this.addresses = new HashMap<>();
        this.links = new Resolved(publication.target().place(), location, addresses, versions, publication.contents());
    }

    Map<String, Decision> decisions() {
        return decisions;
    }

    /** What no decision says, for people. */
    List<String> remarks() {
        return remarks;
    }

    void decide(String reference, Decision decision) {
        decisions.put(reference, decision);
        addresses.put(reference, decision.id());
    }

    /** Decides about a definition; everything that it needs is decided already. */
    void decide(Element.Asset element) throws WorkspaceException, InterruptedException, UntranslatableException {
        Bodies.Named made = Bodies.of(element, links);
        ResourceName name = Names.of(element, made.name());
        Optional<Resource> there = known.get(name);
        if (element.collection() == Collection.SCHEDULE) {
            remarks.addAll(Idle.remarks(name.spoken(), made.body(), there, Instant.now()));
        }
        if (there.isEmpty()) {
            decide(
                    element.reference(),
                    new Decision(Action.CREATE, name.spoken(), links.whose().idOf(name), List.of()));
            return;
        }
        List<String> changes = isOnce(element)
                ? List.of()
                : changes(element.collection(), made.body().content(), there.get());
        decide(element.reference(), judged(element, name, there.get(), changes));
    }

    private static Decision judged(Element.Asset element, ResourceName name, Resource there, List<String> changes) {
        Optional<String> state = Shown.unfinished(there);
        if (state.isPresent() && !isOnce(element) && (isLive(element) || changes.isEmpty())) {
            return unfinished(name, there, state.get(), changes);
        } else if (!changes.isEmpty()) {
            Action action = isLive(element) ? Action.REPOINT : Action.CONFLICT;
            return new Decision(action, name.spoken(), there.id(), changes);
        }
        return steps(element, name, there);
    }

    /**
     * What was begun and not finished is written again. Of an endpoint that has a default, that stays until it gets the new one; a schedule that is
     * another one may run, and is pointed back when something fails.
     */
    private static Decision unfinished(ResourceName name, Resource there, String state, List<String> changes) {
        boolean runs = there.properties().path("defaults").hasNonNull("deploymentName")
                || (name.collection() == Collection.SCHEDULE && !changes.isEmpty());
        List<String> all = new ArrayList<>(List.of("it was begun and is not finished: " + state));
        if (runs) {
            all.addAll(changes);
        }
        return new Decision(runs ? Action.REPOINT : Action.CREATE, name.spoken(), there.id(), all);
    }

    /**
     * The service does not answer the steps of a pipeline component. So besides all that it does answer, the tag has to be the one that this
     * content gets; without one, the pipeline is written again, and the service refuses that when its steps are others.
     */
    private static Decision steps(Element.Asset element, ResourceName name, Resource there) {
        JsonNode tag = there.properties().path("tags").path(Stamp.DIGEST);
        boolean shown = !Preparation.isPipeline(element.definition())
                || element.collection() != Collection.COMPONENT
                || Shown.hasSteps(there)
                || tag.asText().equals(element.digest());
        if (shown) {
            return new Decision(Action.REUSE, name.spoken(), there.id(), List.of());
        } else if (tag.isMissingNode()) {
            return new Decision(
                    Action.CREATE,
                    name.spoken(),
                    there.id(),
                    List.of("Azure does not show its steps: it will compare them"));
        }
        return new Decision(
                Action.CONFLICT,
                name.spoken(),
                there.id(),
                List.of("by its tag " + Stamp.DIGEST + " its steps are others"));
    }

    /** A job that ran is not run again. */
    private static boolean isOnce(Element.Asset element) {
        return element.collection() == Collection.JOB;
    }

    private static boolean isLive(Element.Asset element) {
        return !element.collection().isAsset();
    }

    private List<String> changes(Collection collection, ObjectNode sent, Resource there)
            throws WorkspaceException, InterruptedException, UntranslatableException {
        List<String> changes = new ArrayList<>();
        for (Difference difference : Shown.differences(collection, sent, there)) {
            if (!isSame(difference.sent(), difference.answered())) {
                changes.add(difference.toString());
            }
        }
        return changes;
    }

    /** Whether two values are the ids of two things with one content. */
    private boolean isSame(String sent, String answered)
            throws WorkspaceException, InterruptedException, UntranslatableException {
        String ours = plain(sent);
        for (Map.Entry<String, String> address : List.copyOf(addresses.entrySet())) {
            if (address.getValue().equals(ours) && holds(address.getKey(), plain(answered))) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(String reference, String id)
            throws WorkspaceException, InterruptedException, UntranslatableException {
        Element element = Objects.requireNonNull(elements.get(reference), reference);
        Optional<ResourceName> name = ResourceName.inId(id);
        Optional<Resource> there = name.isPresent() ? known.get(name.get()) : Optional.empty();
        if (there.isEmpty()) {
            return false;
        }
        boolean same = isContent(element, there.get());
        Decision before = decisions.get(reference);
        if (same && before != null && before.action() == Action.CREATE) {
            decide(
                    reference,
                    new Decision(
                            Action.REUSE,
                            there.get().name().spoken(),
                            there.get().id(),
                            List.of()));
        }
        return same;
    }

    private boolean isContent(Element element, Resource there)
            throws WorkspaceException, InterruptedException, UntranslatableException {
        if (element instanceof Element.Code code) {
            return Uploads.holds(there, code.entry());
        } else if (element instanceof Element.Asset asset && asset.name().anonymous()) {
            ObjectNode sent = Bodies.of(asset, links).body().content();
            return changes(asset.collection(), sent, there).isEmpty();
        }
        return false;
    }

    private static String plain(String id) {
        return id.startsWith(AZUREML) && !id.startsWith(AZUREML + "//") ? id.substring(AZUREML.length()) : id;
    }
}
