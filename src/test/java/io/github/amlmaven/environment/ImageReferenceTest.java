package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar that distribution/reference documents. */
class ImageReferenceTest {
    private static final String DIGEST = "sha256:" + "0a".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "ubuntu, -, ubuntu, -",
        "library/python:3.11.6, -, library/python, 3.11.6",
        "mcr.microsoft.com/azureml/base:1, mcr.microsoft.com, azureml/base, 1",
        "localhost/a/b, localhost, a/b, -",
        "localhost:5000/a, localhost:5000, a, -",
        "host:5000/a:5000, host:5000, a, 5000",
        "Host/a, Host, a, -",
        "host/a, -, host/a, -",
        "[2001:db8::1]:5000/repo, [2001:db8::1]:5000, repo, -",
        "a__b/c.d/e--f:T_g.h, -, a__b/c.d/e--f, T_g.h"
    })
    void takesAReferenceApart(String text, String domain, String path, String tag) {
        ImageReference image = ImageReference.parse(text).orElseThrow();
        assertThat(image.domain().orElse("-")).isEqualTo(domain);
        assertThat(image.path()).isEqualTo(path);
        assertThat(image.tag().orElse("-")).isEqualTo(tag);
        assertThat(image.isExact()).isFalse();
        assertThat(image.name()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@", "a:1@", "docker.io/library/a:1@"})
    void isExactWithADigest(String prefix) {
        ImageReference image = ImageReference.parse(prefix + DIGEST).orElseThrow();
        assertThat(image.digest()).contains(DIGEST);
        assertThat(image.isExact()).isTrue();
    }

    @Test
    void isNotExactWithAWeakDigest() {
        assertThat(ImageReference.parse("a@md5:" + "0a".repeat(16))
                        .orElseThrow()
                        .isExact())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ubuntu",
                "a b",
                "a:",
                "a@sha256:00",
                "a@sha256:0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A",
                "-a",
                "a/",
                "/a",
                "a//b",
                "a:-tag",
                "https://a/b",
                "a___b",
                "azureml:a:1@latest"
            })
    void refusesWhatNamesNoImage(String text) {
        assertThat(ImageReference.parse(text)).isEmpty();
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertThat(ImageReference.parse("a".repeat(255))).isPresent();
        assertThat(ImageReference.parse("a".repeat(256))).isEmpty();
        assertThat(ImageReference.parse("a-".repeat(100_000))).isEmpty();
    }
}
