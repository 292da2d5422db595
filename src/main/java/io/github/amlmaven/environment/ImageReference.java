package io.github.amlmaven.environment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container image, after the grammar of <a
 * href="https://pkg.go.dev/github.com/distribution/reference">distribution/reference</a>.
 *
 * @param domain the registry's host, with its port when one is named
 * @param path the repository in the registry
 * @param tag the tag: whoever owns the repository can move it
 * @param digest the digest of the image, as {@code algorithm:hex}
 */
public record ImageReference(Optional<String> domain, String path, Optional<String> tag, Optional<String> digest) {
    private static final int MAX_NAME = 255;

    private static final String DOMAIN_NAME =
            "(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*";
    private static final String COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern REFERENCE = Pattern.compile("(?:(?<domain>(?:" + DOMAIN_NAME
            + "|\\[[a-fA-F0-9:]+])(?::[0-9]+)?)/)?(?<path>" + COMPONENT + "(?:/" + COMPONENT + ")*)"
            + "(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>(?<algorithm>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*)"
            + ":(?<hex>[0-9a-fA-F]{32,})))?");
    private static final Pattern SHA256 = Pattern.compile("sha256:[0-9a-f]{64}");

    /**
     * Reads a reference.
     *
     * @param text the reference, such as {@code mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240709.v1}
     * @return its parts; nothing when the text is no reference
     */
    public static Optional<ImageReference> parse(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        if (text.length() > 2 * MAX_NAME + 256 || !matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> domain = Optional.ofNullable(matcher.group("domain"));
        String path = matcher.group("path");
        if (domain.isPresent() && !isHost(domain.get())) {
            path = domain.get() + "/" + path;
            domain = Optional.empty();
        }
        boolean badDigest = "sha256".equals(matcher.group("algorithm"))
                && !SHA256.matcher(matcher.group("digest")).matches();
        if (path.length() > MAX_NAME || badDigest) {
            return Optional.empty();
        }
        return Optional.of(new ImageReference(
                domain, path, Optional.ofNullable(matcher.group("tag")), Optional.ofNullable(matcher.group("digest"))));
    }

    /** Docker takes the first name for a host when it could be no repository's, or has a dot or a port. */
    private static boolean isHost(String domain) {
        return domain.equals("localhost")
                || domain.indexOf('.') >= 0
                || domain.indexOf(':') >= 0
                || domain.chars().anyMatch(Character::isUpperCase);
    }

    /**
     * What is before the digest.
     *
     * @return domain, path and tag, as written
     */
    public String name() {
        return domain.map(host -> host + "/").orElse("")
                + path
                + tag.map(text -> ":" + text).orElse("");
    }

    /**
     * Whether it names one image for good.
     *
     * @return true with a SHA-256 digest
     */
    public boolean isExact() {
        return digest.filter(text -> SHA256.matcher(text).matches()).isPresent();
    }
}
