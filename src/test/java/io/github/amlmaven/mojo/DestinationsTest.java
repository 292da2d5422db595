package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.workspace.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationsTest {
    private static final Place NAMED = new Place(Place.Kind.WORKSPACE, "s", "g", "named");

    @Test
    void takesTheOneOfThePomThatIsMeant(@TempDir Path folder) throws Exception {
        List<TargetParameter> targets = List.of(target("test"), target("prod"));
        assertThat(new Destinations(targets, Optional.empty(), Optional.empty(), folder).choose(Optional.of("prod")))
                .isEqualTo(new Destination(
                        "prod", new Place(Place.Kind.WORKSPACE, "s", "g", "w-prod"), Optional.of("prod.yml")));
    }

    @Test
    void asksWhichWhenThereAreSeveral(@TempDir Path folder) {
        List<TargetParameter> targets = List.of(target("test"), target("prod"));
        Destinations destinations = new Destinations(targets, Optional.empty(), Optional.empty(), folder);
        assertThatThrownBy(() -> destinations.choose(Optional.empty()))
                .hasMessage("Which target? Say -Daml.target= one of test, prod.");
        assertThatThrownBy(() -> destinations.choose(Optional.of("live")))
                .hasMessage("There is no target 'live' in <targets>; there are test, prod.");
    }

    @Test
    void saysWhichPomCountsWhenThatHasNoTargets(@TempDir Path folder) {
        assertThatThrownBy(() -> new Destinations(List.of(), Optional.empty(), Optional.empty(), folder)
                        .choose(Optional.of("prod")))
                .hasMessageStartingWith("There is no target 'prod' in <targets>, for there are no <targets> in the pom")
                .hasMessageEndingWith("Write them there, or name the module with -pl.");
    }

    @Test
    void theCommandLineWinsOverThePom(@TempDir Path folder) throws Exception {
        assertThat(new Destinations(List.of(target("test")), Optional.of(NAMED), Optional.of("o.yml"), folder)
                        .choose(Optional.empty()))
                .isEqualTo(new Destination("named", NAMED, Optional.of("o.yml")));
    }

    @Test
    void readsWhatAzuresOwnToolsLeftInAFolderAbove(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve(".azureml"));
        Files.writeString(
                folder.resolve(".azureml/config.json"),
                "{\"subscription_id\": \"s\", \"resource_group\": \"g\", \"workspace_name\": \"w\"}");
        Path module = Files.createDirectories(folder.resolve("a/b"));
        assertThat(new Destinations(List.of(), Optional.empty(), Optional.empty(), module)
                        .choose(Optional.empty())
                        .place())
                .isEqualTo(new Place(Place.Kind.WORKSPACE, "s", "g", "w"));
    }

    @Test
    void saysWhatIsMissingInSuchAFile(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("config.json"), "{\"subscription_id\": \"s\"}");
        assertThatThrownBy(() -> new Destinations(List.of(), Optional.empty(), Optional.empty(), folder)
                        .choose(Optional.empty()))
                .hasMessage(folder.resolve("config.json") + " has no 'resource_group'.");
    }

    @Test
    void refusesATargetThatIsNoPlace(@TempDir Path folder) {
        TargetParameter target = target("test");
        target.registry = target.workspace;
        assertThatThrownBy(() -> new Destinations(List.of(target), Optional.empty(), Optional.empty(), folder)
                        .choose(Optional.empty()))
                .hasMessageContaining("a <workspace> or a <registry>: 'test' has not.");
    }

    @Test
    void refusesTwoPlacesAtOnce(@TempDir Path folder) {
        Destinations destinations =
                new Destinations(List.of(target("test")), Optional.of(NAMED), Optional.empty(), folder);
        assertThatThrownBy(() -> destinations.choose(Optional.of("test")))
                .hasMessage("The target 'test' is one place, and workspace named is another."
                        + " Leave out aml.target, or else aml.workspace and aml.registry.");
    }

    @Test
    void refusesTwoTargetsOfOneName(@TempDir Path folder) {
        List<TargetParameter> targets = List.of(target("test"), target("prod"), target("test"));
        assertThatThrownBy(() -> new Destinations(targets, Optional.empty(), Optional.empty(), folder)
                        .choose(Optional.of("test")))
                .hasMessage("There are 2 targets 'test' in <targets>. Give each an <id> of its own.");
    }

    @Test
    void anOverlayThatATargetDoesNotHaveIsNotPassedOver(@TempDir Path folder) throws Exception {
        List<TargetParameter> targets = List.of(target("test"));
        assertThatThrownBy(() -> new Destinations(targets, Optional.empty(), Optional.of("o.yml"), folder)
                        .choose(Optional.empty()))
                .hasMessageStartingWith("aml.overlay=o.yml goes with a place that is told on the command line,");
        assertThat(new Destinations(targets, Optional.empty(), Optional.of("test.yml"), folder)
                        .choose(Optional.of("test"))
                        .overlay())
                .contains("test.yml");
    }

    private static TargetParameter target(String id) {
        TargetParameter.PlaceParameter workspace = new TargetParameter.PlaceParameter();
        workspace.subscriptionId = "s";
        workspace.resourceGroup = "g";
        workspace.name = "w-" + id;
        TargetParameter target = new TargetParameter();
        target.id = id;
        target.workspace = workspace;
        target.overlay = id + ".yml";
        return target;
    }
}
