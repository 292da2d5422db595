package io.github.amlmaven.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.Bounded;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

    private static Optional<Recognition> recognize(String name, String yaml) throws Exception {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return Recognition.of(
                Document.read(TreePath.of(name), new ByteArrayInputStream(bytes))
                        .root(),
                name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pipelineJob | {type: pipeline, jobs: {}} | PIPELINE | pipeline",
                "pipelineJob | {jobs: {}} | PIPELINE | pipeline",
                "commandJob | {command: ls} | JOB | command",
                "sweepJob | {type: sweep, trial: {}} | JOB | sweep",
                "parallelJob | {type: parallel, task: {}} | JOB | parallel",
                "sparkJob | {type: spark, entry: {file: a.py}} | JOB | spark",
                "autoMLJob | {type: automl, task: regression} | JOB | automl",
                "commandComponent | {type: command, command: ls} | COMPONENT | command",
                "pipelineComponent | {type: pipeline, jobs: {}} | COMPONENT | pipeline",
                "parallelComponent | {type: parallel, task: {}} | COMPONENT | parallel",
                "sparkComponent | {type: spark, entry: {file: a.py}} | COMPONENT | spark",
                "importComponent | {type: import, source: {}} | COMPONENT | import",
                "dataTransferComponent | {type: data_transfer, task: copy_data} | COMPONENT | data_transfer",
                "environment | {name: e, image: python} | ENVIRONMENT | ''",
                "data | {name: d, path: ./x} | DATA | uri_folder",
                "model | {name: m, type: mlflow_model, path: ./x} | MODEL | mlflow_model",
                "schedule | {name: s, create_job: ./p.yml} | SCHEDULE | ''",
                "monitorSchedule | {name: s, create_monitor: {}} | SCHEDULE | ''",
                "batchEndpoint | {name: e} | ENDPOINT | ''",
                "managedOnlineEndpoint | {name: e} | ENDPOINT | ''",
                "kubernetesOnlineEndpoint | {name: e} | ENDPOINT | ''",
                "modelBatchDeployment | {name: d, type: model} | DEPLOYMENT | model",
                "pipelineComponentBatchDeployment | {name: d, type: pipeline} | DEPLOYMENT | pipeline",
                "managedOnlineDeployment | {name: d} | DEPLOYMENT | ''",
                "amlCompute | {name: c, type: amlcompute} | COMPUTE | amlcompute",
                "computeInstance | {name: c, type: computeinstance} | COMPUTE | computeinstance",
                "azureBlob | {name: d, type: azure_blob} | DATASTORE | azure_blob",
                "azureDataLakeGen2 | {name: d, type: azure_data_lake_gen2} | DATASTORE | azure_data_lake_gen2",
                "workspace | {name: w} | RECORD | ''",
            })
    void aSchemaSaysWhatADefinitionIs(String schema, String yaml, AssetKind kind, String type) throws Exception {
        String url = "$schema: https://azuremlschemas.azureedge.net/latest/" + schema + ".schema.json";
        String text = "{" + url + ", " + yaml.substring(1);
        assertThat(recognize("x.yml", text)).contains(new Recognition(kind, type, Asset.Sdk.V2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: pipeline, jobs: {}, experiment_name: e} | PIPELINE | pipeline",
                "{name: e, version: 1, docker: {image: i}} | ENVIRONMENT | ''",
                "{name: e, version: 1, docker: {build: {dockerfile: 'file:Dockerfile'}}} | ENVIRONMENT | ''",
                "{name: d, model: azureml:m:1, code_configuration: {code: {local_path: .}}} | DEPLOYMENT | ''",
                "{name: d, environment: azureml:e:1, code_configuration: {code: .}} | DEPLOYMENT | ''",
                "{type: pipeline, name: n, version: 1, inputs: {x: {type: string}}, jobs: {}} | COMPONENT | pipeline",
                "{type: pipeline, inputs: {x: 1}, jobs: {a: {component: azureml:c:1}}} | PIPELINE | pipeline",
                "{jobs: {a: {component: azureml:c:1}}} | PIPELINE | pipeline",
                "{type: pipeline, component: azureml:c:1} | PIPELINE | pipeline",
                "{type: command, command: ls, environment: azureml:e:1, compute: azureml:c} | JOB | command",
                "{type: command, name: n, version: 1, command: ls, environment: azureml:e:1} | COMPONENT | command",
                "{command: ls, environment: azureml:e:1, compute: azureml:c} | JOB | command",
                "{trial: {command: ls}, search_space: {}, compute: c} | JOB | sweep",
                "{name: e, version: 1, image: python} | ENVIRONMENT | ''",
                "{name: e, build: {path: .}} | ENVIRONMENT | ''",
                "{image: python, conda_file: conda.yml} | ENVIRONMENT | ''",
                "{name: s, trigger: {}, create_job: azureml:j} | SCHEDULE | ''",
                "{name: d, endpoint_name: e, model: azureml:m:1} | DEPLOYMENT | ''",
                "{name: e, auth_mode: key} | ENDPOINT | ''",
                "{name: d, type: uri_file, path: ./x.csv} | DATA | uri_file",
                "{name: m, type: custom_model, path: ./x} | MODEL | custom_model",
                "{name: c, type: amlcompute, size: x} | COMPUTE | amlcompute",
                "{name: d, type: azure_blob, account_name: a} | DATASTORE | azure_blob",
            })
    void withoutASchemaTypeAndShapeSayIt(String yaml, AssetKind kind, String type) throws Exception {
        assertThat(recognize("x.yml", yaml)).contains(new Recognition(kind, type, Asset.Sdk.V2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environment | {type: command, command: ls, compute: c, environment: azureml:e:1} | JOB",
                "commandJob | {type: pipeline, jobs: {a: {component: azureml:c:1}}} | PIPELINE",
                "pipelineJob | {type: command, command: ls, compute: c, environment: azureml:e:1} | JOB",
                "data | {type: mlflow_model, path: ./m} | MODEL",
            })
    void whereSchemaAndTypeContradictTheShapeDecides(String schema, String yaml, AssetKind kind) throws Exception {
        String url = "$schema: https://azuremlschemas.azureedge.net/latest/" + schema + ".schema.json";
        assertThat(recognize("x.yml", "{" + url + ", " + yaml.substring(1)).map(Recognition::kind))
                .contains(kind);
    }

    @Test
    void aFlowIsAComponentByItsName() throws Exception {
        String flow =
                "inputs: {q: {type: string}}\nnodes: [{name: a, type: python, source: {type: code, path: a.py}}]\n";
        assertThat(recognize("flow.dag.yaml", flow))
                .contains(new Recognition(AssetKind.COMPONENT, "flow", Asset.Sdk.V2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p.yml | pipeline: {name: p, steps: {a: {runconfig: r.yml}}} | PIPELINE",
                "pipeline_definition.json | {\"Graph\": {\"Nodes\": []}} | PIPELINE",
                "s.yml | Schedule: {description: d} | SCHEDULE",
                "env.json | {\"name\": \"e\", \"python\": {}, \"docker\": {}} | ENVIRONMENT",
                "train.runconfig | {script: a.py, framework: Python, environment: {python: {}, docker: {}}} |"
                        + " RUN_CONFIGURATION",
            })
    void filesOfTheFirstSdkAreKnownByTheirShape(String name, String text, AssetKind kind) throws Exception {
        assertThat(recognize(name, text)).contains(new Recognition(kind, "", Asset.Sdk.V1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: e, dependencies: [python=3.11]}",
                "{services: {a: {image: b}}}",
                "{'on': push, jobs: {build: {runs-on: ubuntu}}}",
                "{type: environment, spec: spec.yaml}",
                "{type: object, properties: {}}",
                "{$schema: 'http://json-schema.org/draft-07/schema#', type: object}",
                "[1, 2]",
                "text",
            })
    void whatAzureMlDoesNotReadIsNoDefinition(String yaml) throws Exception {
        assertThat(recognize("x.yml", yaml)).isEmpty();
    }

    /** Each of its half a million places would have to be held against each other. */
    @Test
    void aSchemaThatRepeatsItselfCostsNoMoreThanItsLength() throws Exception {
        String schema = "$schema: " + "azureml/".repeat(500_000) + "no schema";
        assertThat(Bounded.within(20, () -> recognize("x.yml", schema))).isEmpty();
    }
}
