package io.github.amlmaven.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a definition is. The Azure ML client is told by the command line ({@code az ml job create}), a build is not; so {@code type}, {@code
 * $schema} and shape all count, since in real repositories each of them is at times missing or wrong.
 *
 * @param kind what it defines
 * @param type Azure ML's type, as written; guessed from the shape where it is not written; empty where the kind has none
 * @param sdk the generation of Azure ML that it is written for
 */
record Recognition(AssetKind kind, String type, Asset.Sdk sdk) {

    private static final Set<String> JOBS = Set.of(
            "pipeline", "command", "sweep", "parallel", "spark", "automl", "data_transfer", "import", "finetuning");
    private static final Set<String> DATA = Set.of("uri_file", "uri_folder", "mltable");
    private static final Set<String> MODELS = Set.of("custom_model", "mlflow_model", "triton_model");
    private static final Set<String> COMPUTES =
            Set.of("amlcompute", "computeinstance", "kubernetes", "virtualmachine", "synapsespark");
    private static final Set<String> DATASTORES =
            Set.of("azure_blob", "azure_file", "azure_data_lake_gen1", "azure_data_lake_gen2", "one_lake", "hdfs");

    /** Every type that a definition of a job, of data, of a model, of a compute or of a datastore can have. */
    static final SortedSet<String> TYPES =
            Collections.unmodifiableSortedSet(Stream.of(JOBS, DATA, MODELS, COMPUTES, DATASTORES)
                    .flatMap(Set::stream)
                    .collect(Collectors.toCollection(TreeSet::new)));

    /** By the last words of a schema's name, in lower case; the longer ones first where one ends in another. */
    private static final Map<String, AssetKind> FAMILIES = Map.ofEntries(
            Map.entry("pipelinejob", AssetKind.PIPELINE),
            Map.entry("job", AssetKind.JOB),
            Map.entry("component", AssetKind.COMPONENT),
            Map.entry("flow", AssetKind.COMPONENT),
            Map.entry("environment", AssetKind.ENVIRONMENT),
            Map.entry("data", AssetKind.DATA),
            Map.entry("model", AssetKind.MODEL),
            Map.entry("schedule", AssetKind.SCHEDULE),
            Map.entry("endpoint", AssetKind.ENDPOINT),
            Map.entry("deployment", AssetKind.DEPLOYMENT),
            Map.entry("compute", AssetKind.COMPUTE),
            Map.entry("computeinstance", AssetKind.COMPUTE),
            Map.entry("azureblob", AssetKind.DATASTORE),
            Map.entry("azurefile", AssetKind.DATASTORE),
            Map.entry("azuredatalakegen1", AssetKind.DATASTORE),
            Map.entry("azuredatalakegen2", AssetKind.DATASTORE));

    /**
     * Recognises the content of a file.
     *
     * @param root the content
     * @param name the file's name
     * @return what it is; nothing when it is no Azure ML definition
     */
    static Optional<Recognition> of(JsonNode root, String name) {
        if (!root.isObject()) {
            return Optional.empty();
        }
        Optional<Recognition> v1 = ofV1(root, name);
        if (v1.isPresent()) {
            return v1;
        }
        Optional<AssetKind> schema = schemaKind(root);
        String type = typeOf(root);
        Optional<AssetKind> kind = kind(root, name, type, schema);
        return kind.map(k -> as(k, root));
    }

    /**
     * Recognises a definition of which the kind is known from what refers to it.
     *
     * @param kind the kind that is asked for
     * @param definition the definition
     * @return what it is, with its type
     */
    static Recognition as(AssetKind kind, JsonNode definition) {
        boolean v1 =
                kind == AssetKind.RUN_CONFIGURATION || (kind == AssetKind.ENVIRONMENT && isV1Environment(definition));
        String type = typeOf(definition);
        return new Recognition(
                kind, type.isEmpty() ? guessedType(kind, definition) : type, v1 ? Asset.Sdk.V1 : Asset.Sdk.V2);
    }

    private static Optional<Recognition> ofV1(JsonNode root, String name) {
        AssetKind kind = null;
        if (root.path("pipeline").path("steps").isObject() || name.equals("pipeline_definition.json")) {
            kind = AssetKind.PIPELINE;
        } else if (root.size() == 1 && root.path("Schedule").isObject()) {
            kind = AssetKind.SCHEDULE;
        } else if (isV1Environment(root)) {
            kind = AssetKind.ENVIRONMENT;
        } else if (isRunConfiguration(root)) {
            kind = AssetKind.RUN_CONFIGURATION;
        }
        return Optional.ofNullable(kind).map(k -> new Recognition(k, "", Asset.Sdk.V1));
    }

    private static boolean isV1Environment(JsonNode node) {
        return node.path("python").isObject() && node.path("docker").isObject() && !node.has("script");
    }

    private static boolean isRunConfiguration(JsonNode root) {
        return root.has("script")
                && (root.path("environment").path("python").isObject()
                        || root.path("environment").path("docker").isObject()
                        || root.has("framework"));
    }

    private static Optional<AssetKind> kind(JsonNode root, String name, String type, Optional<AssetKind> schema) {
        if (schema.isPresent() && !contradicts(schema.get(), type)) {
            return Optional.of(
                    schema.get() == AssetKind.JOB && type.equals("pipeline") ? AssetKind.PIPELINE : schema.get());
        }
        if (name.equals("flow.dag.yaml") || name.equals("flow.flex.yaml")) {
            return Optional.of(AssetKind.COMPONENT);
        }
        return typeKind(root, type).or(() -> shapeKind(root)).or(() -> schema);
    }

    private static boolean contradicts(AssetKind schema, String type) {
        if (type.isEmpty()) {
            return false;
        }
        return switch (schema) {
            case PIPELINE -> !type.equals("pipeline");
            case ENVIRONMENT, SCHEDULE -> JOBS.contains(type);
            case DATA -> !DATA.contains(type);
            case MODEL -> JOBS.contains(type) || DATA.contains(type);
            default -> false;
        };
    }

    private static Optional<AssetKind> typeKind(JsonNode root, String type) {
        if (JOBS.contains(type)) {
            return hasJobShape(root, type)
                    ? Optional.of(
                            isComponent(root)
                                    ? AssetKind.COMPONENT
                                    : type.equals("pipeline") ? AssetKind.PIPELINE : AssetKind.JOB)
                    : Optional.empty();
        }
        if (DATA.contains(type) || MODELS.contains(type)) {
            return root.has("path")
                    ? Optional.of(DATA.contains(type) ? AssetKind.DATA : AssetKind.MODEL)
                    : Optional.empty();
        }
        if (COMPUTES.contains(type)) {
            return Optional.of(AssetKind.COMPUTE);
        }
        return DATASTORES.contains(type) ? Optional.of(AssetKind.DATASTORE) : Optional.empty();
    }

    private static boolean hasJobShape(JsonNode root, String type) {
        return switch (type) {
            case "pipeline" -> root.has("jobs") || root.has("component") || root.has("job");
            case "command" -> root.has("command") || root.has("component");
            case "sweep" -> root.has("trial");
            case "parallel" -> root.has("task") || root.has("component");
            case "spark" -> root.has("entry") || root.has("component");
            case "automl" -> root.has("task");
            default -> root.has("task") || root.has("source") || root.has("component");
        };
    }

    private static Optional<AssetKind> shapeKind(JsonNode root) {
        if (root.has("create_job") || root.has("create_monitor")) {
            return Optional.of(AssetKind.SCHEDULE);
        }
        // The endpoint may be told on the command line alone.
        boolean served = root.path("code_configuration").isObject() && (root.has("model") || root.has("environment"));
        if (served || root.has("endpoint_name")) {
            return Optional.of(AssetKind.DEPLOYMENT);
        }
        if (root.has("auth_mode")) {
            return Optional.of(AssetKind.ENDPOINT);
        }
        if (root.path("jobs").isObject() && (root.has("experiment_name") || anyNode(root.path("jobs")))) {
            return Optional.of(isComponent(root) ? AssetKind.COMPONENT : AssetKind.PIPELINE);
        }
        boolean command = root.path("command").isTextual() && root.has("environment");
        boolean sweep = root.has("trial") && (root.has("search_space") || root.has("objective"));
        if (command || sweep) {
            return Optional.of(isComponent(root) ? AssetKind.COMPONENT : AssetKind.JOB);
        }
        // A compose file has images and builds too, in its services.
        boolean environment = root.has("conda_file")
                || root.path("build").has("path")
                || (root.has("image") && root.has("name") && root.has("version"))
                || (hasPreviewImage(root.path("docker")) && root.has("name"));
        return environment && !root.has("services") ? Optional.of(AssetKind.ENVIRONMENT) : Optional.empty();
    }

    /** As the previews of SDK v2 had it. */
    private static boolean hasPreviewImage(JsonNode docker) {
        return docker.path("image").isTextual() || docker.path("build").has("dockerfile");
    }

    /** A workflow of a CI system has {@code jobs} too; a step of a pipeline says what it runs. */
    private static boolean anyNode(JsonNode jobs) {
        for (JsonNode job : jobs) {
            if (job.has("component") || job.has("command") || job.has("trial") || JOBS.contains(typeOf(job))) {
                return true;
            }
        }
        return false;
    }

    /** A component declares the types of its inputs; a job binds values and names where it runs. */
    private static boolean isComponent(JsonNode root) {
        if (root.has("experiment_name") || root.has("compute") || root.has("settings") || root.has("component")) {
            return false;
        }
        for (JsonNode input : root.path("inputs")) {
            if (!input.has("type") || input.has("path")) {
                return false;
            }
        }
        return root.has("version")
                || root.has("is_deterministic")
                || !root.path("inputs").isEmpty();
    }

    private static Optional<AssetKind> schemaKind(JsonNode root) {
        return SchemaName.of(root).map(Recognition::family);
    }

    private static AssetKind family(String name) {
        String longest = "";
        for (String family : FAMILIES.keySet()) {
            if (name.endsWith(family) && family.length() > longest.length()) {
                longest = family;
            }
        }
        return FAMILIES.getOrDefault(longest, AssetKind.RECORD);
    }

    private static String typeOf(JsonNode definition) {
        JsonNode type = definition.path("type");
        return type.isTextual() ? type.asText() : "";
    }

    private static String guessedType(AssetKind kind, JsonNode definition) {
        return switch (kind) {
            case PIPELINE -> "pipeline";
            case JOB, COMPONENT -> {
                if (definition.has("jobs")) {
                    yield "pipeline";
                } else if (definition.has("trial")) {
                    yield "sweep";
                } else if (definition.has("entry")) {
                    yield "spark";
                } else if (definition.path("task").isObject()) {
                    yield "parallel";
                } else if (definition.has("nodes") || definition.has("flow")) {
                    yield "flow";
                }
                // Azure ML's default for a node without a type.
                yield "command";
            }
            // Azure ML's defaults (reference-yaml-data, reference-yaml-model).
            case DATA -> "uri_folder";
            case MODEL -> "custom_model";
            default -> "";
        };
    }
}
