package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Tunnel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of references that nothing can answer to. */
@ExtendWith(EmulatorExtension.class)
class RemotesTest {
    @Test
    void aReferenceThatIsNoNameIsOneToNothing(@TempDir Path folder, Emulator emulator) throws Exception {
        SmallProject project = new SmallProject(folder);
        project.git()
                .write(
                        "aml/odd.yml",
                        """
                        type: pipeline
                        name: odd
                        jobs:
                          one: {type: command, component: ./train.yml, compute: "azureml:cpu/cluster"}
                          two: {type: command, component: ./train.yml, compute: "azureml:"}
                          three: {type: command, component: "azureml:train:", compute: "azureml:cpu-cluster"}
                          four: {type: command, component: "azureml:a/b:1", compute: "azureml:cpu-cluster"}
                          five:
                            type: command
                            component: ./train.yml
                            compute: azureml:cpu-cluster
                            inputs: {rows: {type: uri_file, path: "azureml://datastores//paths/rows"}}
                        """);
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Plan plan = Visitor.of(emulator, tunnel).plan(project.zip("1.0.0", "odd"));
            assertThat(plan.problems())
                    .containsExactlyInAnyOrder(
                            absent("compute azureml:cpu/cluster", 4),
                            absent("compute azureml:", 5),
                            absent("component azureml:train:", 6),
                            absent("component azureml:a/b:1", 7),
                            absent("datastore for azureml://datastores//paths/rows", 12));
            assertThat(plan.remotes()).extracting(Plan.Remote::written).contains("azureml:cpu-cluster");
        }
    }

    private static String absent(String what, int line) {
        return "There is no " + what + " in workspace " + Emulator.WORKSPACE + ", and aml/odd.yml:" + line
                + " refers to it. Make it there, or correct the reference.";
    }
}
