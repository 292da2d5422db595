package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsAddressTest {
    @Test
    void anAddressIsTaken() throws Exception {
        assertThat(HttpsAddress.of("AZURE_AUTHORITY_HOST", "https://login.example.org/"))
                .hasHost("login.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/", "login.example.org", "https:", ""})
    void aSecretNeverGoesOverAnOpenLine(String value) {
        assertThatThrownBy(() -> HttpsAddress.of("AZURE_AUTHORITY_HOST", value))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("AZURE_AUTHORITY_HOST is ");
    }

    @Test
    void whatIsNoAddressIsToldWithWhy() {
        assertThatThrownBy(() -> HttpsAddress.of("aml.endpoint", "https://a b/"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("aml.endpoint is no address: Illegal character");
    }
}
