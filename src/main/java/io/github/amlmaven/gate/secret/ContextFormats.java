package io.github.amlmaven.gate.secret;

import static io.github.amlmaven.gate.SecretKind.AUTHORIZATION_HEADER;
import static io.github.amlmaven.gate.SecretKind.CONNECTION_STRING;
import static io.github.amlmaven.gate.SecretKind.CREDENTIAL;
import static io.github.amlmaven.gate.SecretKind.PACKAGE_REGISTRY_TOKEN;
import static io.github.amlmaven.gate.SecretKind.URL_CREDENTIALS;

import java.util.List;
import java.util.stream.Stream;

/**
 * Secrets without a form of their own, told by what stands around them: a URL's user (<a
 * href="https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1">RFC 3986</a>), a connection string (<a
 * href="https://learn.microsoft.com/dotnet/framework/data/adonet/connection-strings">ADO.NET's</a>, <a
 * href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING">PostgreSQL's</a>), an HTTP header (<a
 * href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>), Docker's and npm's files of credentials, and names.
 */
final class ContextFormats {
    private static final List<String> NAMES = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "credential",
            "api_key",
            "api-key",
            "apikey",
            "access_key",
            "access-key",
            "accesskey",
            "account_key",
            "account-key",
            "auth_key",
            "private_key",
            "storage_key",
            "subscription_key",
            "subscription-key",
            "encryption_key",
            "signing_key");

    /** {@code =}, {@code :}, {@code =>}, {@code ==}, a comma between arguments, an element's end, or a type and then {@code =}. */
    private static final String ASSIGNED =
            "[\"'\\])}]{0,3}\\s{0,4}(?::\\s?[A-Za-z]{1,20}+\\s?=|={1,3}|:=|=>|:|,|>)\\s{0,4}";

    private static final String VALUE =
            "(?:[bru]?[\"'`]([^\"'`\\s\\\\]{16,200}+)[\"'`]|([A-Za-z0-9+/_.~-]{16,200}+={0,2}+)(?=[\\s\"'`;,<&]|$))";

    /** What stands between the separators of a connection string; a password is looked for behind so many of them. */
    private static final String WORD = "[^;?& \"'`\\n<>]{0,200}+";

    private ContextFormats() {}

    static List<SecretFormat> all() {
        return Stream.concat(shapes(), NAMES.stream().map(ContextFormats::named))
                .toList();
    }

    private static Stream<SecretFormat> shapes() {
        return Stream.of(
                SecretFormat.of(
                        URL_CREDENTIALS,
                        List.of("://"),
                        0,
                        "://[^\\s/?#:@\"'`<>(),;]{0,100}+:([^\\s/?#@\"'`<>(),;]{3,300}+)@[A-Za-z0-9\\[]",
                        ContextFormats::isPassword),
                SecretFormat.of(
                        URL_CREDENTIALS,
                        List.of("://"),
                        0,
                        "://([A-Za-z0-9_-]{20,300}+)@[A-Za-z0-9\\[]",
                        MachineMade::is),
                SecretFormat.of(
                        CONNECTION_STRING,
                        List.of(
                                "server=",
                                "data source=",
                                "host=",
                                "uid=",
                                "user id=",
                                "userid=",
                                "username=",
                                "user=",
                                "database=",
                                "dbname=",
                                "initial catalog=",
                                "jdbc:"),
                        0,
                        "(?i)[a-z ]{3,15}[=:]" + WORD + "(?:[;?& ](?!(?:password|pwd)\\s?=)" + WORD
                                + "){0,40}+[;?& ](?:password|pwd)\\s?=\\s?([^;&\"'`\\s<>,)]{3,200}+)",
                        ContextFormats::isPassword),
                SecretFormat.of(
                        AUTHORIZATION_HEADER,
                        List.of("authorization"),
                        0,
                        "(?i:authorization)[\"']?\\s{0,4}[:=,]\\s{0,4}[\"']?(?i:bearer|basic|token|splunk) ([A-Za-z0-9_~.+/=-]{16,2000}+)",
                        MachineMade::is),
                SecretFormat.of(
                        PACKAGE_REGISTRY_TOKEN,
                        List.of("_authtoken", "_auth"),
                        0,
                        "(?<![A-Za-z0-9_])(?i:_auth(?:token)?)\\s{0,4}=\\s{0,4}[\"']?([A-Za-z0-9_~.+/=-]{16,500}+)",
                        ContextFormats::isPassword),
                SecretFormat.of(
                        PACKAGE_REGISTRY_TOKEN,
                        List.of("\"auth\""),
                        0,
                        "\"auth\"\\s{0,4}:\\s{0,4}\"([A-Za-z0-9+/]{8,2000}+={0,2})\"",
                        MachineMade::isUserAndPassword));
    }

    /** An assignment, an argument, or a member of a mapping, whose name ends in a word for a secret. */
    private static SecretFormat named(String name) {
        return SecretFormat.of(
                CREDENTIAL,
                List.of(name),
                0,
                "(?i:" + name + ")(?i:[_-]?(?:access[_-]?)?(?:key|token|value|string))?s?" + ASSIGNED + VALUE,
                MachineMade::is);
    }

    private static boolean isPassword(String value) {
        return !Placeholder.isPassword(value);
    }
}
