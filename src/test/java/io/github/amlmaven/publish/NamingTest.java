package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.snapshot.SnapshotReader;
import io.github.amlmaven.workspace.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of names that Azure ML does not take, before anything is asked of it. */
class NamingTest {
    private static final String AZUREML = "https://azuremlschemas.azureedge.net/latest/";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Publication prepare(String... yaml) throws Exception {
        SmallProject project = new SmallProject(folder);
        String[] names = new String[yaml.length];
        for (int i = 0; i < yaml.length; i++) {
            names[i] = "odd" + i;
            project.git().write("aml/odd" + i + ".yml", yaml[i].replace("AZUREML", AZUREML) + "\n");
        }
        try (SnapshotReader snapshot = SnapshotReader.open(project.zip("1.0.0", names))) {
            Place place = new Place(Place.Kind.WORKSPACE, "s", "g", "w");
            return Preparation.of(snapshot, new Target("test", place, Overlay.NONE), true);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: a/b, trigger: {type: cron, expression: '0 3 * * *'}, create_job: ./taxi.yml} | at name: 'a/b' is no name",
                "{name: '', trigger: {type: cron, expression: '0 3 * * *'}, create_job: ./taxi.yml} | at name: '' is no name",
                "{trigger: {type: cron, expression: '0 3 * * *'}, create_job: ./taxi.yml} | a schedule needs its 'name'",
                "{type: pipeline, name: a b, jobs: {t: {type: command, component: ./train.yml, compute: azureml:cpu}}} | at name: 'a b' is no name",
                "{$schema: AZUREMLbatchEndpoint.schema.json, name: b/c, auth_mode: aad_token} | at name: 'b/c' is no name",
                "{$schema: AZUREMLpipelineComponentBatchDeployment.schema.json, name: b, type: pipeline, component: ./scores.yml} | needs its 'endpoint_name'",
                "{$schema: AZUREMLpipelineComponentBatchDeployment.schema.json, name: b, endpoint_name: e/f, type: pipeline, component: ./scores.yml} | at endpoint_name: 'e/f' is no name"
            })
    void aNameThatIsNoneIsRefusedAtItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> prepare(yaml))
                .isInstanceOf(UnpublishableException.class)
                .hasMessageStartingWith("aml/odd0.yml")
                .hasMessageContaining(message);
    }

    @Test
    void severalThatHaveNoneAreToldOnceEach() {
        String nameless = "{trigger: {type: cron, expression: '0 3 * * *'}, create_job: ./taxi.yml}";
        assertThatThrownBy(() -> prepare(nameless, nameless))
                .isInstanceOf(UnpublishableException.class)
                .hasMessage("aml/odd0.yml:1:1: a schedule needs its 'name' to be published. Write 'name:'.\n"
                        + "aml/odd1.yml:1:1: a schedule needs its 'name' to be published. Write 'name:'.");
    }

    @Test
    void aDeploymentWithoutItsEndpointIsToldWithItsPlaceAndTheCure() {
        String batch = "# Scores.\n$schema: AZUREMLpipelineComponentBatchDeployment.schema.json\nname: b\n"
                + "type: pipeline\ncomponent: ./scores.yml";
        String online = "$schema: AZUREMLmanagedOnlineDeployment.schema.json\nname: b\nendpoint_name:\n"
                + "model: azureml:m:1\ninstance_type: Standard_DS3_v2\ninstance_count: 1";
        assertThatThrownBy(() -> prepare(batch, online))
                .isInstanceOf(UnpublishableException.class)
                .hasMessage("aml/odd0.yml:2:1: a deployment needs its 'endpoint_name' to be published. Write"
                        + " 'endpoint_name:' with the name of the endpoint that it stands behind.\n"
                        + "aml/odd1.yml:1:1: a deployment needs its 'endpoint_name' to be published. Write"
                        + " 'endpoint_name:' with the name of the endpoint that it stands behind.");
    }

    @Test
    void whatAzureHasNoBodyForIsToldWhereItIsWritten() {
        String deployment =
                """
                $schema: AZUREMLmanagedOnlineDeployment.schema.json
                name: b
                endpoint_name: live
                model: azureml:m:1
                instance_type: Standard_DS3_v2
                instance_count: 1
                scale_settings:
                  type: moon""";
        String pipeline =
                """
                type: pipeline
                jobs:
                  one:
                    type: command
                    command: echo
                    environment: azureml:e:1
                    compute: azureml:c
                    distribution: {type: moon}""";
        assertThatThrownBy(() -> prepare(deployment, pipeline))
                .isInstanceOf(UnpublishableException.class)
                .hasMessageContaining("aml/odd0.yml:8:9 at scale_settings/type: 'moon' is no way to scale")
                .satisfies(refused -> assertThat(
                                String.valueOf(refused.getMessage()).lines())
                        .filteredOn(line -> line.startsWith("aml/odd1.yml"))
                        .singleElement()
                        .asString()
                        .startsWith("aml/odd1.yml:8:26 at jobs/one/distribution/type: 'moon' is no way"));
    }

    @Test
    void twoOfOneNameAreToldWithTheirPlaces() {
        String nightly = "trigger: {type: cron, expression: '0 3 * * *'}\ncreate_job: ./taxi.yml\nname: late";
        assertThatThrownBy(() -> prepare(nightly, "# Another.\n" + nightly))
                .isInstanceOf(UnpublishableException.class)
                .hasMessage("aml/odd1.yml:4:7 and aml/odd0.yml:3:7 would both be published as late. Write another"
                        + " 'name:' in one.");
    }

    @Test
    void everyCharacterThatAzureTakesIsTaken() throws Exception {
        Publication publication = prepare(
                "{name: A-b_c.9, trigger: {type: cron, expression: '0 3 * * *'}, create_job: ./taxi.yml}",
                "{$schema: AZUREMLpipelineComponentBatchDeployment.schema.json, name: b, endpoint_name: azureml:fares,"
                        + " type: pipeline, component: ./scores.yml}");
        assertThat(publication.elements())
                .filteredOn(Element.Asset.class::isInstance)
                .map(element -> ((Element.Asset) element).name().name())
                .contains("A-b_c.9", "b");
    }
}
