package io.github.amlmaven.publish;

import java.net.URI;
import java.nio.file.Path;

/** A process that publishes, for whoever ends it meanwhile. */
final class KilledPublish {
    private KilledPublish() {}

    /** Takes the address of the emulator, the port of the tunnel to it, and the snapshot; the environment says who asks. */
    public static void main(String[] arguments) throws Exception {
        Visitor visitor =
                Visitor.of(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Visitor.PATIENCE, System.getenv());
        Outcome outcome = visitor.publish(Path.of(arguments[2]));
        if (outcome.failure().isPresent()) {
            throw outcome.failure().get();
        }
    }
}
