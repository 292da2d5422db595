package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.wire.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsolePlanTest {
    private static final Place OWN = new Place(Place.Kind.WORKSPACE, "11111111-s", "ml", "rides");

    private static Plan plan(List<Plan.Step> steps, List<Plan.Remote> remotes, List<String> problems) {
        return new Plan(
                "prod",
                OWN,
                "westeurope",
                "sha256:14",
                "org.example:rides:1.4.0",
                "2963225e640c80e566275c87a04fe388d3d03376",
                steps,
                List.of(),
                remotes,
                List.of(),
                problems);
    }

    private static List<String> lines(String... problems) {
        return ConsolePlan.lines(plan(List.of(), List.of(), List.of(problems)));
    }

    /** The line that tells how a schedule that is there differs. */
    private static String told(String there, String here) {
        String change =
                new Difference(JsonPointer.compile("/action/jobDefinition/componentId"), here, there).toString();
        Plan.Step step = new Plan.Step(
                Plan.Action.REPOINT,
                "snapshot:schedule/nightly.yml",
                "schedule",
                "nightly",
                OWN.id() + "/schedules/nightly",
                "sha256:15",
                List.of(change));
        return ConsolePlan.lines(plan(List.of(step), List.of(), List.of()))
                .get(2)
                .strip();
    }

    private static String component(Place place, String version) {
        return place.idOf(ResourceName.of(Collection.COMPONENT, "train", version));
    }

    @Test
    void aPlanThatIsRefusedDoesNotSayThatAllIsThere() {
        assertThat(lines("There is no compute cpu-cluster.")).last().asString().startsWith("Nothing of it can be");
    }

    @Test
    void aPlanWithNothingToDoSaysSo() {
        assertThat(lines()).last().isEqualTo("All of it is there already: nothing is written.");
    }

    @Test
    void anIdIsWhatItIsWithItsNameAndItsVersion() {
        assertThat(told(component(OWN, "3"), component(OWN, "4")))
                .isEqualTo(
                        "action/jobDefinition/componentId is 'component train:3' there and 'component train:4' here");
    }

    @Test
    void whatIsElsewhereSaysWhere() {
        Place other = new Place(Place.Kind.WORKSPACE, "22222222-s", "shared", "team");
        Place registry = new Place(Place.Kind.REGISTRY, "22222222-s", "shared", "team");
        assertThat(told(component(other, "3"), component(registry, "4")))
                .contains("'component train:3 in workspace team' there and 'component train:4 in registry team' here");
    }

    @Test
    void aNameThatIsThePlansOwnElsewhereIsNotTakenForIt() {
        Place group = new Place(Place.Kind.WORKSPACE, OWN.subscriptionId(), "lab", OWN.name());
        Place subscription = new Place(Place.Kind.WORKSPACE, "22222222-s", OWN.resourceGroup(), OWN.name());
        assertThat(told(component(group, "3"), component(subscription, "3")))
                .contains(
                        "'component train:3 in workspace rides of resource group lab' there and"
                                + " 'component train:3 in workspace rides of resource group ml in subscription 22222222-s' here");
    }

    @Test
    void twoThatWouldLookAlikeAreToldApart() {
        Place one = new Place(Place.Kind.WORKSPACE, "22222222-s", "shared", "team");
        Place other = new Place(Place.Kind.WORKSPACE, "33333333-s", "shared", "team");
        assertThat(told(component(one, "3"), component(other, "3")))
                .contains(
                        "'component train:3 in workspace team of resource group shared in subscription 22222222-s' there",
                        "'component train:3 in workspace team of resource group shared in subscription 33333333-s' here");
    }

    @Test
    void azuresOwnWayToWriteAnIdMakesNoOtherThingOfIt() {
        String lower =
                component(OWN, "3").replace("resourceGroups", "resourcegroups").replace("/rides/", "/Rides/");
        assertThat(told("azureml:" + lower, "")).contains("is 'component train:3' there and absent here");
    }

    @Test
    void whatIsNoIdOfAzureMlStaysAsItIs() {
        String identity = "/subscriptions/11111111-s/resourceGroups/ml/providers"
                + "/Microsoft.ManagedIdentity/userAssignedIdentities/trainer";
        assertThat(told(identity, OWN.id() + "/widgets/w")).contains(identity, OWN.id() + "/widgets/w");
    }

    @Test
    void referencesAndReasonsHaveShortIdsAndTheFileForProgramsHasWholeOnes(@TempDir Path folder) throws IOException {
        String id = component(OWN, "3");
        Plan plan = plan(
                List.of(),
                List.of(new Plan.Remote("azureml:" + id, id, "sha256:0123456789abcdef")),
                List.of("There is no " + id + "."));
        assertThat(ConsolePlan.lines(plan)).contains("  uses     component train:3 (sha256:0123456789ab...)");
        assertThat(ConsolePlan.problems(plan)).containsExactly("There is no component train:3.");
        PlanJson.write(List.of(plan), folder.resolve("plan.json"));
        assertThat(folder.resolve("plan.json")).content().contains("azureml:" + id, "There is no " + id);
    }
}
