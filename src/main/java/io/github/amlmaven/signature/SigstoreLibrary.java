package io.github.amlmaven.signature;

import java.util.List;

/**
 * The library that knows Sigstore. The plugin is built with it and does not bring it, since few need it and all would download it; so this class
 * must not refer to any of its types.
 */
public final class SigstoreLibrary {
    /**
     * What the plugin needs as dependencies, in the versions that it is tested with. The second is newer than the one that the first would
     * bring, so that all parts of Bouncy Castle in the plugin are of one version.
     */
    public static final List<String> DEPENDENCIES =
            List.of("dev.sigstore:sigstore-java:2.0.0", "org.bouncycastle:bcpkix-jdk18on:1.87");

    private SigstoreLibrary() {}

    /**
     * Whether it is among the dependencies of the plugin.
     *
     * @return false when nothing of Sigstore can be verified
     */
    public static boolean isThere() {
        try {
            Class.forName("dev.sigstore.KeylessVerifier", false, SigstoreLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
