package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import io.github.amlmaven.workspace.wire.Answered;
import io.github.amlmaven.workspace.wire.Difference;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Re-points what is live, looks whether that came true, and points back all of it when something failed. */
final class Pointers {
    private final Workspace workspace;
    private final String snapshot;
    private final Map<ResourceName, Resource> before = new ConcurrentHashMap<>();
    /** What was begun: also a write that failed may have been done. */
    private final List<ResourceName> begun = Collections.synchronizedList(new ArrayList<>());

    /**
     * Asks nothing yet.
     *
     * @param workspace where
     * @param snapshot the id of the snapshot that things are re-pointed to
     */
    Pointers(Workspace workspace, String snapshot) {
        this.workspace = workspace;
        this.snapshot = snapshot;
    }

    /** Notes what is going to be re-pointed, before anything is written, and reads what nobody has read yet. */
    void note(List<ResourceName> names, Formers formers) throws WorkspaceException, InterruptedException {
        for (ResourceName name : names) {
            Optional<Resource> known = formers.resource(name);
            Optional<Resource> there = known.isPresent() ? known : workspace.get(name);
            there.ifPresent(one -> before.put(name, one));
        }
    }

    /** What was there under a name that was noted. */
    Optional<Resource> before(ResourceName name) {
        return Optional.ofNullable(before.get(name));
    }

    /**
     * Writes and reads back. Azure's contract knows no ETag of a schedule or an endpoint, so it cannot be told to write only what nobody else has
     * written: whether somebody has is looked at before and after.
     */
    Resource point(ResourceName name, ObjectNode body) throws WorkspaceException, InterruptedException {
        Resource old = before.get(name);
        Optional<Resource> there = workspace.get(name);
        if (old != null && there.isPresent() && !isOurs(there.get(), old)) {
            throw new WorkspaceException(
                    Reason.REFUSED,
                    spoken(name) + " was not written: since this began, somebody else did"
                            + runs(Stamp.in(there.get().body())) + ".");
        }
        begun.add(name);
        return checked(name, body);
    }

    private Resource checked(ResourceName name, ObjectNode body) throws WorkspaceException, InterruptedException {
        workspace.put(name, body);
        Resource there = workspace
                .get(name)
                .orElseThrow(
                        () -> new WorkspaceException(Reason.REFUSED, spoken(name) + " was written, and is not there."));
        List<Difference> differences = Shown.differences(name.collection(), body, there);
        if (!differences.isEmpty()) {
            Optional<Stamp> stamp = Stamp.in(there.body());
            throw new WorkspaceException(
                    Reason.REFUSED,
                    spoken(name)
                            + (stamp.equals(Stamp.in(body))
                                    ? " was written, and says something else:\n"
                                    : " was written, and by somebody else at the same time" + runs(stamp) + ":\n")
                            + differences.stream().map(one -> "  " + one).collect(Collectors.joining("\n")));
        }
        return there;
    }

    private static String spoken(ResourceName name) {
        return name.collection().spoken() + " " + name.spoken();
    }

    private static String runs(Optional<Stamp> stamp) {
        return stamp.map(one -> ", and it runs " + one.coordinates() + " now").orElse("");
    }

    /** Points back what was begun, the last first; one that cannot be does not keep the others from it. */
    List<Outcome.Back> back() {
        List<ResourceName> names = new ArrayList<>(begun);
        Collections.reverse(names);
        List<Outcome.Back> all = new ArrayList<>();
        for (ResourceName name : names) {
            if (before.containsKey(name)) {
                back(name).ifPresent(all::add);
            }
        }
        return all;
    }

    /** Nothing when it is as it was: the write that failed was not done. */
    private Optional<Outcome.Back> back(ResourceName name) {
        Resource old = Objects.requireNonNull(before.get(name));
        String problem = "";
        try {
            Optional<Resource> there = workspace.get(name);
            if (there.isEmpty() || !isOurs(there.get(), old)) {
                problem = "Somebody else wrote or removed it meanwhile.";
            } else if (there.get().body().equals(old.body())) {
                return Optional.empty();
            } else {
                checked(name, Answered.again(old.body()));
            }
        } catch (WorkspaceException e) {
            problem = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = "Interrupted.";
        }
        return Optional.of(new Outcome.Back(name.collection().spoken(), name.spoken(), problem));
    }

    /** What somebody else wrote meanwhile is theirs. */
    private boolean isOurs(Resource there, Resource old) {
        JsonNode tag = Stamp.tags(there.body()).path(Stamp.SNAPSHOT);
        return tag.asText().equals(snapshot)
                || tag.equals(Stamp.tags(old.body()).path(Stamp.SNAPSHOT));
    }
}
