package io.github.amlmaven.publish;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.workspace.Place;
import java.util.List;

/**
 * What publishing a snapshot to a target does.
 *
 * @param target what the user calls the target
 * @param place the workspace or registry
 * @param location the region that it is in
 * @param snapshot the id of the snapshot
 * @param artifact its Maven coordinates
 * @param commit the commit that it was made from
 * @param steps what is done with each asset, in the order in which it is done
 * @param labels what the labels that the snapshot refers to stand for
 * @param remotes what the snapshot refers to in the target, and what that is there
 * @param remarks what the plan cannot hold or cannot know, for people
 * @param problems why it must not be run: conflicts, and what is missing in the target; empty when it may be
 */
public record Plan(
        String target,
        Place place,
        String location,
        String snapshot,
        String artifact,
        String commit,
        List<Step> steps,
        List<Labelled> labels,
        List<Remote> remotes,
        List<String> remarks,
        List<String> problems) {

    /** Takes its own copies. */
    public Plan {
        steps = List.copyOf(steps);
        labels = List.copyOf(labels);
        remotes = List.copyOf(remotes);
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }

    /** What is done with an asset. */
    public enum Action {
        /** It is not there, and is written. */
        CREATE,
        /** The same is there, and is used. */
        REUSE,
        /** It is there and names something else; it is made to name this snapshot's. */
        REPOINT,
        /** Something else has its name and version. */
        CONFLICT
    }

    /**
     * What is done with one asset.
     *
     * @param action what
     * @param reference what the snapshot calls it
     * @param kind what it is, as people say it
     * @param name what it is called in the target, with its version
     * @param id how other resources refer to it there; of what is not there yet the one that is expected
     * @param digest {@code sha256:} and hex digits over what it is
     * @param changes how what is there differs, one line each; empty for what is created or used
     */
    public record Step(
            Action action, String reference, String kind, String name, String id, String digest, List<String> changes) {
        /** Takes its own copy of the list. */
        public Step {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What a label stands for in the target. It is not asked again when the plan is run.
     *
     * @param kind what is labelled
     * @param name its name
     * @param label for example {@code latest}
     * @param version the version
     */
    public record Labelled(RemoteKind kind, String name, String label, String version) {}

    /**
     * Something in the target that the snapshot refers to.
     *
     * @param written the reference as written
     * @param id what it names in the target
     * @param digest {@code sha256:} and hex digits over what that says; the same reference need not be the same in two targets
     */
    public record Remote(String written, String id, String digest) {}

    /**
     * Whether running it writes anything.
     *
     * @return false when all of it is there already
     */
    @JsonIgnore
    public boolean isDone() {
        return steps.stream().allMatch(step -> step.action() == Action.REUSE);
    }
}
