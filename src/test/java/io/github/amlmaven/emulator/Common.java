package io.github.amlmaven.emulator;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** What takes long to make and is the same for every emulator: certificates, and the schemas of the contract. */
final class Common {
    private final Certificates certificates = Certificates.make();
    private final SSLContext context = certificates.context();
    private final byte[] trustStore = certificates.trustStore();
    private final Map<Path, Contract> contracts = new ConcurrentHashMap<>();

    Certificates certificates() {
        return certificates;
    }

    /** What a server shows, and what this JVM needs to believe it. */
    SSLContext context() {
        return context;
    }

    /** A PKCS #12 key store that holds the authority's certificate, for {@code javax.net.ssl.trustStore}. */
    byte[] trustStore() {
        return trustStore.clone();
    }

    Contract contract(Path folder) {
        return contracts.computeIfAbsent(folder, Contract::new);
    }
}
