package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** One kind of resource: what may be sent of it, and what the service makes of that. */
interface Kind {

    /** Below the workspace or registry, such as {@code components/versions}. */
    String path();

    /** As error messages call one. */
    String noun();

    /** Whether a PUT takes time, and is answered before it is done. */
    boolean longRunning();

    /** Whether nothing else may be done with one while that goes on. */
    default boolean oneAtATime() {
        return false;
    }

    /** Whether a registry has it too. */
    default boolean inRegistries() {
        return false;
    }

    /** Whether a deletion takes time as well. */
    default boolean deletesSlowly() {
        return longRunning();
    }

    /**
     * Takes what was sent.
     *
     * @return what is there now
     * @throws Refusal when the service would say no
     */
    Stored put(Put put) throws Refusal, IOException;

    /** What a PATCH of the properties may change, besides tags; empty where there is no PATCH. */
    default Optional<java.util.Set<String>> patchable() {
        return Optional.empty();
    }

    /** A resource as it is read. */
    default ObjectNode shown(Resource resource, World world) {
        return resource.body();
    }

    /** Whether a resource may go now. */
    default void checkDelete(Resource resource, World world) throws Refusal {}

    /**
     * A resource that was sent.
     *
     * @param id where to
     * @param apiVersion what the body is written for
     * @param body what
     * @param before what is there, if anything is
     * @param world what else there is
     */
    record Put(Id id, String apiVersion, ObjectNode body, Optional<Resource> before, World world) {

        ObjectNode properties() {
            return Json.child(body, "properties");
        }
    }

    /**
     * A resource as it is now.
     *
     * @param status 200 or 201
     * @param id where it is, which is not always where it was sent
     * @param answer what the service answers
     */
    record Stored(int status, Id id, ObjectNode answer) {}
}
