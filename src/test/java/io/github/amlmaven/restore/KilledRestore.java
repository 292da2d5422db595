package io.github.amlmaven.restore;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that restores, and that is gone before one of the things that it does to the disk. */
final class KilledRestore {
    static final int KILLED = 137;

    private KilledRestore() {}

    /** Takes the working copy, the home, the zip, and before which action it ends. */
    public static void main(String[] arguments) throws Exception {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[3]));
        FileActions actions = () -> {
            if (left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
        Map<String, String> environment = Map.of("HOME", arguments[1], "GIT_CONFIG_NOSYSTEM", "1");
        Restores.inPlace(actions, Path.of(arguments[0]), environment, Path.of(arguments[2]));
    }
}
