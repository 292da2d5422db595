package io.github.amlmaven.mojo;

import java.net.URI;
import org.apache.maven.plugin.MojoFailureException;

/** An address that a token or a secret may be sent to: never over an open line. */
final class HttpsAddress {
    private HttpsAddress() {}

    /**
     * Reads one.
     *
     * @param name what the user calls it
     * @param value what the user wrote
     * @return the address
     * @throws MojoFailureException when it is none, or an open one
     */
    static URI of(String name, String value) throws MojoFailureException {
        try {
            URI address = URI.create(value);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(name + " is no address: " + e.getMessage(), e);
        }
        throw new MojoFailureException(name + " is '" + value + "'; it takes an address that begins with https://.");
    }
}
