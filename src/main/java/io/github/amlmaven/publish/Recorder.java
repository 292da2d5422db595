package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.wire.Links;
import java.util.LinkedHashSet;
import java.util.Set;

/** Hears what a body asks for, before anything is known of the target. */
final class Recorder implements Links {
    private static final String NOT_YET = "0";

    private final Place place;
    private final Contents contents;
    private final Set<String> needs = new LinkedHashSet<>();
    private final Set<Element.Label> labels = new LinkedHashSet<>();

    Recorder(Place place, Contents contents) {
        this.place = place;
        this.contents = contents;
    }

    Set<String> needs() {
        return needs;
    }

    Set<Element.Label> labels() {
        return labels;
    }

    @Override
    public String place() {
        return place.id();
    }

    @Override
    public String location() {
        return NOT_YET;
    }

    @Override
    public String address(String reference) {
        needs.add(reference);
        return place.id() + "/" + NOT_YET;
    }

    @Override
    public JsonNode content(String reference) {
        return contents.of(reference);
    }

    @Override
    public String version(RemoteKind kind, String name, String label) {
        labels.add(new Element.Label(kind, name, label));
        return NOT_YET;
    }
}
