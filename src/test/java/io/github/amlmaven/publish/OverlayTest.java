package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final AssetId PIPELINE = new AssetId(AssetKind.PIPELINE, TreePath.of("ml/taxi.yml"), "");
    private static final AssetId SCHEDULE = new AssetId(AssetKind.SCHEDULE, TreePath.of("ml/monthly.yml"), "");

    @Test
    void renamesComputesAndDatastoresWhereverTheyAreNamed() throws Exception {
        JsonNode pipeline = yaml(
                """
                settings:
                  default_compute: azureml:small
                  default_datastore: azureml:store
                inputs:
                  trips: {type: uri_folder, path: 'azureml://datastores/store/paths/trips'}
                jobs:
                  train: {compute: small, component: ./train.yml}
                  wait: {compute: azureml:other}
                """);
        JsonNode applied = overlay("computes: {small: large}\ndatastores: {azureml:store: prod}")
                .applied(PIPELINE, pipeline);
        assertThat(applied)
                .isEqualTo(
                        yaml(
                                """
                        settings:
                          default_compute: azureml:large
                          default_datastore: azureml:prod
                        inputs:
                          trips: {type: uri_folder, path: 'azureml://datastores/prod/paths/trips'}
                        jobs:
                          train: {compute: 'azureml:large', component: ./train.yml}
                          wait: {compute: azureml:other}
                        """));
    }

    @Test
    void givesInputsToThePipelineThatIsMeantAndKeepsTheTypeOfData() throws Exception {
        JsonNode pipeline = yaml("name: taxi\ninputs: {trips: {type: uri_folder, path: azureml:a:1}, rate: 0.1}");
        JsonNode expected = yaml("name: taxi\ninputs: {trips: {type: uri_folder, path: azureml:b:2}, rate: 0.5}");
        String inputs = "{trips: azureml:b:2, rate: 0.5}";
        assertThat(overlay("inputs: {taxi: " + inputs + "}").applied(PIPELINE, pipeline))
                .isEqualTo(expected);
        assertThat(overlay("inputs: {ml/taxi.yml: " + inputs + "}").applied(PIPELINE, pipeline))
                .isEqualTo(expected);
        assertThat(overlay("inputs: {other: " + inputs + "}").applied(PIPELINE, pipeline))
                .isEqualTo(pipeline);
    }

    @Test
    void movesTheTimesOfASchedule() throws Exception {
        JsonNode schedule = yaml("name: monthly\ntrigger: {type: cron, expression: '0 3 5 * *'}");
        assertThat(overlay("schedules: {monthly: {expression: '0 5 6 * *'}}").applied(SCHEDULE, schedule))
                .isEqualTo(yaml("name: monthly\ntrigger: {type: cron, expression: '0 5 6 * *'}"));
    }

    @Test
    void leavesTheDefinitionItselfAsItIs() throws Exception {
        JsonNode pipeline = yaml("settings: {default_compute: azureml:small}");
        overlay("computes: {small: large}").applied(PIPELINE, pipeline);
        assertThat(pipeline).isEqualTo(yaml("settings: {default_compute: azureml:small}"));
    }

    @Test
    void tellsWhatItSpeaksOfAndIsNotThere() throws Exception {
        Overlay overlay = overlay("inputs: {nothing: {a: 1}}\nschedules: {monthly: {expression: x}}");
        assertThat(overlay.unused(Map.of(SCHEDULE, yaml("name: monthly"))))
                .containsExactly("The overlay gives inputs to nothing, which is no pipeline of the snapshot.");
    }

    @Test
    void aPipelineGetsNoInputThatItDoesNotHave() throws Exception {
        Overlay overlay = overlay("inputs: {taxi: {rate: 0.5, rats: 1}}");
        assertThat(overlay.unused(Map.of(PIPELINE, yaml("name: taxi\ninputs: {rate: 0.1}"))))
                .containsExactly("The overlay gives taxi an input rats, which it does not have.");
    }

    @Test
    void tellsWhatItRenamesAndNothingNames() throws Exception {
        JsonNode pipeline = yaml(
                """
                settings: {default_compute: azureml:small, default_datastore: store}
                inputs: {trips: {path: azureml://datastores/trips/paths/2024}}
                """);
        assertThat(overlay("computes: {small: large, smal: large}\ndatastores: {store: a, trips: b, trip: c}")
                        .idle(List.of(pipeline)))
                .containsExactly(
                        "Nothing of the snapshot names the compute smal that the overlay prod.yml gives another name.",
                        "Nothing of the snapshot names the datastore trip that the overlay prod.yml gives another name.");
    }

    @Test
    void refusesWhatIsNoNameAndNoMapping() {
        assertThatThrownBy(() -> overlay("computes: {small: {a: b}, big: , other: ''}\ninputs: {taxi: 5}"))
                .isInstanceOf(UnpublishableException.class)
                .hasMessageContainingAll(
                        "prod.yml: 'small' of computes takes another name.",
                        "prod.yml: 'big' of computes takes another name.",
                        "prod.yml: 'other' of computes takes another name.",
                        "prod.yml: 'taxi' of inputs takes a mapping of what is different in it.");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> overlay("compute: {a: b}"))
                .isInstanceOf(UnpublishableException.class)
                .hasMessage("prod.yml: 'compute' is none of the mappings computes, datastores, inputs, schedules.");
        assertThatThrownBy(() -> overlay("- a")).hasMessage("prod.yml: an overlay is a mapping.");
    }

    @Test
    void thePlanSaysAllOfIt() throws Exception {
        assertThat(overlay("computes: {small: large}\ndatastores: {a: b}\ninputs: {p: {x: 1}}\n"
                                + "schedules: {s: {expression: '0 5 6 * *'}}")
                        .sentences())
                .containsExactly(
                        "By the overlay prod.yml the compute small is large.",
                        "By the overlay prod.yml the datastore a is b.",
                        "By the overlay prod.yml the inputs of p are {\"x\":1}.",
                        "By the overlay prod.yml the times of s are {\"expression\":\"0 5 6 * *\"}.");
        assertThat(overlay("{}").sentences()).isEmpty();
    }

    private static Overlay overlay(String yaml) throws Exception {
        return Overlay.read("prod.yml", yaml(yaml));
    }

    private static JsonNode yaml(String text) throws Exception {
        return Document.read(TreePath.of("a.yml"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .root();
    }
}
