package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;

/** What the references of a definition lead to in the place that it is published to. Whoever publishes knows; the wire asks. */
public interface Links {

    /**
     * The place itself.
     *
     * @return the ARM id of the workspace or registry, without {@code /} at its end
     */
    String place();

    /**
     * The Azure region of the place, which endpoints have to name.
     *
     * @return for example {@code westeurope}
     */
    String location();

    /**
     * Where something of the snapshot is in that place.
     *
     * @param reference a reference of a resolved definition: {@code snapshot:component/…}, {@code snapshot:code/…}, {@code snapshot:file/…}
     * @return the id that the service answered for an asset or for code; for files the URI where they were uploaded
     */
    String address(String reference);

    /**
     * The definition of something of the snapshot, or what a YAML file of it holds.
     *
     * @param reference a reference to a definition or to a file, such as a conda file
     * @return the tree
     */
    JsonNode content(String reference);

    /**
     * The version that a label stands for at this moment. Azure ML's own client asks for it too, and sends the version.
     *
     * @param kind what is labelled
     * @param name the asset's name
     * @param label for example {@code latest}
     * @return the version
     */
    String version(RemoteKind kind, String name, String label);
}
