package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.wire.Stamp;

/**
 * Something in a workspace that runs a snapshot whenever it is its time, or it is called.
 *
 * @param kind what it is, as people say it
 * @param name its name; of an endpoint its default deployment's is behind a {@code /}
 * @param stamp what it runs
 */
public record Running(String kind, String name, Stamp stamp) {

    /**
     * Which version it runs.
     *
     * @return a Maven version
     */
    public String version() {
        return stamp.coordinates().substring(stamp.coordinates().lastIndexOf(':') + 1);
    }
}
