package io.github.amlmaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leads to the emulator by Azure's own names. */
@ExtendWith(EmulatorExtension.class)
class ForwardProxyTest {

    private static int status(Emulator emulator, ForwardProxy proxy, String address) throws Exception {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(emulator.sslContext())
                .proxy(ProxySelector.of(proxy.address()))
                .build();
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void everyHostIsTheEmulator(@WithBlobs Emulator emulator) throws Exception {
        try (ForwardProxy proxy = ForwardProxy.start(emulator)) {
            assertThat(status(emulator, proxy, "https://management.azure.com/metadata/endpoints"))
                    .isEqualTo(200);
            // Azurite's answer to somebody without a signature.
            assertThat(status(emulator, proxy, "https://devstoreaccount1.blob.core.windows.net/container/blob"))
                    .isEqualTo(403);
            assertThat(proxy.hosts())
                    .containsExactly("management.azure.com:443", "devstoreaccount1.blob.core.windows.net:443");
        }
    }

    @Test
    void nobodyGetsThroughWithoutThePassword(Emulator emulator) throws Exception {
        try (ForwardProxy proxy = ForwardProxy.start(emulator, "ada", "pLanted-pr0xy")) {
            assertThat(status(emulator, proxy, "https://management.azure.com/metadata/endpoints"))
                    .isEqualTo(407);
            assertThat(emulator.log().all()).isEmpty();
        }
    }
}
