package io.github.amlmaven.gate.secret;

import static io.github.amlmaven.gate.SecretKind.JSON_WEB_TOKEN;
import static io.github.amlmaven.gate.SecretKind.KEY_STORE;
import static io.github.amlmaven.gate.SecretKind.PRIVATE_KEY;

import java.util.List;

/**
 * Keys and tokens of public standards: PEM (<a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>), OpenPGP armour (<a
 * href="https://www.rfc-editor.org/rfc/rfc9580">RFC 9580</a>), SSH's (<a href="https://www.rfc-editor.org/rfc/rfc4716">RFC 4716</a>),
 * <a href="https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html">PuTTY's</a>, <a href="https://age-encryption.org/v1">age's</a>,
 * PKCS #12 (<a href="https://www.rfc-editor.org/rfc/rfc7292">RFC 7292</a>), JSON web tokens (<a
 * href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a>).
 */
final class KeyFormats {

    /** What stands between a header and the key: line ends, real or escaped, indents, and the quotes of a text over several lines. */
    private static final String BREAK = "(?:\\\\[nrt]|[\\s\"'`+,>|#*\\\\]){1,200}+";

    private KeyFormats() {}

    static List<SecretFormat> all() {
        return List.of(
                SecretFormat.of(
                        PRIVATE_KEY,
                        List.of("-----begin ", "---- begin "),
                        0,
                        "-{4,5} ?BEGIN (?:[A-Z0-9]{1,10} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}" + BREAK
                                + "(?:[A-Za-z-]{1,20}: [^\\n\\\\]{0,100}+" + BREAK + "){0,5}+([A-Za-z0-9+/]{40,64}+)",
                        value -> !Placeholder.isFiller(value)),
                SecretFormat.of(
                        PRIVATE_KEY, "private-lines: ", "Private-Lines: [0-9]{1,4}\\s{1,2}+([A-Za-z0-9+/=]{20,64}+)"),
                SecretFormat.of(PRIVATE_KEY, "age-secret-key-1", "AGE-SECRET-KEY-1([0-9A-Z]{58})(?![0-9A-Z])"),
                // Bytes: a sequence, version 3, a sequence. And the same in Base64.
                SecretFormat.of(
                        KEY_STORE,
                        List.of("\u0002\u0001\u00030\u0082"),
                        4,
                        "(0\\x82[\\x00-\\xff]{2}\\x02\\x01\\x030\\x82)",
                        value -> true),
                SecretFormat.of(
                        KEY_STORE,
                        List.of("ibazcc"),
                        6,
                        "(?<![A-Za-z0-9+/])(MI[I-L][A-Za-z0-9+/]{2}[AQgw]IBAzCC[A-Za-z0-9+/]{60,64}+)",
                        value -> true),
                SecretFormat.of(
                        JSON_WEB_TOKEN,
                        "eyj",
                        "(?<![A-Za-z0-9_.+/-])(eyJ[A-Za-z0-9_-]{14,2000}+\\.eyJ[A-Za-z0-9_-]{14,5000}+\\.[A-Za-z0-9_-]{20,1000}+)(?![A-Za-z0-9_-])"));
    }
}
