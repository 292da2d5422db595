package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.environment.CondaEnvironment;
import io.github.amlmaven.environment.CondaEnvironment.CondaDependency;
import io.github.amlmaven.environment.Dockerfile;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.environment.Requirement;
import io.github.amlmaven.environment.RequirementsFile;
import java.util.List;

/** What an environment is made of as data, so that whoever reads a snapshot needs to parse nothing. */
final class Requirements {
    private Requirements() {}

    /**
     * Lists them.
     *
     * @param environment what was read
     * @return the member {@code requirements} of the environment's entry, as the page of the format describes it
     */
    static ObjectNode of(EnvironmentSpec environment) {
        ObjectNode all = object();
        environment.image().ifPresent(image -> all.put("image", image.written().text()));
        environment.dockerfile().ifPresent(dockerfile -> all.set("dockerfile", dockerfile(dockerfile)));
        ArrayNode conda = all.putArray("conda");
        environment.conda().forEach(one -> conda.add(conda(one)));
        ArrayNode pip = all.putArray("pip");
        environment.requirements().forEach(file -> pip.add(file(file)));
        return all;
    }

    private static ObjectNode dockerfile(Dockerfile dockerfile) {
        ObjectNode node = object();
        node.put("path", dockerfile.location().path().value());
        ArrayNode images = node.putArray("images");
        dockerfile.images().forEach(image -> images.add(image.written().text()));
        node.set("pip", lines(dockerfile.pip()));
        return node;
    }

    private static ObjectNode conda(CondaEnvironment conda) {
        ObjectNode node = object();
        node.put("path", conda.location().path().value());
        ArrayNode channels = node.putArray("channels");
        conda.channels().forEach(channel -> channels.add(channel.text()));
        ArrayNode packages = node.putArray("packages");
        conda.dependencies().forEach(dependency -> packages.add(conda(dependency)));
        conda.pip().ifPresent(lines -> node.set("pip", lines(lines)));
        return node;
    }

    private static ObjectNode conda(CondaDependency dependency) {
        ObjectNode node = object().put("written", dependency.written().text());
        dependency.spec().ifPresent(spec -> {
            node.put("name", spec.name());
            spec.version().ifPresent(version -> node.put("version", version));
            spec.build().ifPresent(build -> node.put("build", build));
            spec.channel().ifPresent(channel -> node.put("channel", channel));
        });
        return node;
    }

    private static ObjectNode file(RequirementsFile file) {
        ObjectNode node = object();
        node.put("path", file.path().value());
        node.put("constraints", file.constraints());
        node.set("lines", lines(file.lines()));
        return node;
    }

    private static ArrayNode lines(List<PipLine> lines) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        lines.forEach(line -> array.add(line(line)));
        return array;
    }

    private static ObjectNode line(PipLine line) {
        ObjectNode node = object().put("written", line.written().text());
        if (line instanceof PipLine.Named named) {
            requirement(node, named.requirement());
            strings(node, "hashes", named.hashes());
        } else if (line instanceof PipLine.Placed placed) {
            node.put("source", placed.source().text());
            strings(node, "hashes", placed.hashes());
        } else if (line instanceof PipLine.Include include) {
            node.put("include", include.source().text());
            node.put("constraints", include.constraints());
        } else if (line instanceof PipLine.Setting setting) {
            node.put("option", setting.name());
            setting.value().ifPresent(value -> node.put("value", value.text()));
        }
        return node;
    }

    private static void requirement(ObjectNode node, Requirement requirement) {
        node.put("name", requirement.name());
        strings(node, "extras", requirement.extras());
        strings(
                node,
                "specifiers",
                requirement.specifiers().stream().map(Object::toString).toList());
        requirement.url().ifPresent(url -> node.put("source", url));
        requirement.marker().ifPresent(marker -> node.put("marker", marker));
    }

    private static void strings(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
