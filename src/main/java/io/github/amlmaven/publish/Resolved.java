package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.wire.Links;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of a target when a body is made.
 *
 * @param whose the target
 * @param location its region
 * @param addresses where each element is, or is expected to be
 * @param versions what each label stands for
 * @param contents the definitions and files of the snapshot
 */
record Resolved(
        Place whose,
        String location,
        Map<String, String> addresses,
        Map<Element.Label, String> versions,
        Contents contents)
        implements Links {

    @Override
    public String place() {
        return whose.id();
    }

    @Override
    public String address(String reference) {
        return Objects.requireNonNull(addresses.get(reference), reference);
    }

    @Override
    public JsonNode content(String reference) {
        return contents.of(reference);
    }

    @Override
    public String version(RemoteKind kind, String name, String label) {
        Element.Label asked = new Element.Label(kind, name, label);
        return Objects.requireNonNull(versions.get(asked), asked::toString);
    }
}
