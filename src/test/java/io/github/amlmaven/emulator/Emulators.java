package io.github.amlmaven.emulator;

/** Starts emulators for a test that wants several, which share their certificates, their Azurite and nothing else. They end with the test. */
public interface Emulators {

    /**
     * Starts one.
     *
     * @param settings how it is to be
     */
    Emulator start(Settings settings);
}
