package io.github.amlmaven.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactedTest {

    @Test
    void anAddressLosesUserAndPassword() {
        assertThat(Redacted.text("from team (https://ada:p@ss:w@example.com/maven): refused"))
                .isEqualTo("from team (https://example.com/maven): refused");
    }

    @Test
    void anAddressWithoutThemIsLeftAlone() {
        assertThat(Redacted.text("from team (https://example.com/maven): ask ada@example.com"))
                .isEqualTo("from team (https://example.com/maven): ask ada@example.com");
    }
}
