package io.github.amlmaven.environment;

/**
 * An image that something is built from.
 *
 * @param written the reference as written, variables and all
 * @param source what it comes to
 */
public record DockerImage(Token written, Source source) {

    /** What the reference comes to. */
    public sealed interface Source {

        /**
         * An image of a registry.
         *
         * @param reference the reference, with every variable replaced by its default; {@link ImageReference} has its grammar
         */
        record Registry(String reference) implements Source {}

        /**
         * An earlier stage of the same Dockerfile.
         *
         * @param name its name or number
         */
        record Stage(String name) implements Source {}

        /** {@code scratch}, which is nothing at all. */
        record Scratch() implements Source {}

        /**
         * An image that depends on a variable without a default.
         *
         * @param variable its name
         */
        record Unknown(String variable) implements Source {}
    }
}
