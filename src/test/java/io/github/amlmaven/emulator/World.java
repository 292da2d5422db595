package io.github.amlmaven.emulator;

import java.net.URI;

/**
 * What resources can see of each other and of the rest.
 *
 * @param store all resources
 * @param blobs the storage account
 * @param address the emulator's own
 * @param location the region that everything is in
 */
record World(Store store, Blobs blobs, URI address, String location) {

    /** Where blobs have their addresses. */
    String blobAddress() {
        return address + "/" + Azurite.ACCOUNT;
    }

    /**
     * Says no where a reference leads nowhere. References of other forms than an ARM id are left to whoever follows them.
     *
     * @param reference an ARM id, also with {@code azureml:} before it; one of a label is followed to the asset
     */
    void checkThere(String noun, String reference) throws Refusal {
        Id id = Id.parse(reference).orElse(null);
        if (id == null || id.types().isEmpty()) {
            return;
        }
        boolean there = id.kind().endsWith("/labels")
                ? !store.members(id.parent(), "versions").isEmpty()
                : store.has(id);
        if (!there) {
            throw new Refusal(
                    400, "UserError", "Not found " + noun + " " + reference + ".", "NotFound", "ReferenceNotFound");
        }
    }
}
