package io.github.amlmaven.emulator;

import java.nio.file.Path;

/**
 * How an emulator is to be.
 *
 * @param project the folder of the build, with {@code src/test/azurite} in it and with {@code ../shared} beside it, where that is there
 * @param principal who may sign in
 * @param asks how often somebody has to ask for an operation before it is done
 * @param pageSize how many resources a page of a list has
 * @param keepsContract whether bodies are held against Azure's schemas, where those are there
 * @param storageSuffix what storage accounts' names end with, {@code core.windows.net} behind a proxy; empty for {@code localhost:PORT}
 */
public record Settings(
        Path project, Principal principal, int asks, int pageSize, boolean keepsContract, String storageSuffix) {

    /** The usual ones, for a build in the current folder. */
    public static Settings usual() {
        return new Settings(Path.of(""), Principal.DEFAULT, 2, 30, true, "");
    }

    /** The same for a build elsewhere. */
    public Settings in(Path folder) {
        return new Settings(folder, principal, asks, pageSize, keepsContract, storageSuffix);
    }

    /** The same with other pages. */
    public Settings withPages(int size) {
        return new Settings(project, principal, asks, size, keepsContract, storageSuffix);
    }

    /** The same, where whatever takes a while is done when somebody first asks: a real client would wait a second before it asks again. */
    public Settings atOnce() {
        return new Settings(project, principal, 0, pageSize, keepsContract, storageSuffix);
    }

    /** The same for a client that sends more than the contract has. */
    public Settings withoutContract() {
        return new Settings(project, principal, asks, pageSize, false, storageSuffix);
    }

    /** The same with Azure's own names of storage accounts, for clients that come through a proxy. */
    public Settings withStorageSuffix(String suffix) {
        return new Settings(project, principal, asks, pageSize, keepsContract, suffix);
    }
}
