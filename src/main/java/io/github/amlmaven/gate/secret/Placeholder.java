package io.github.amlmaven.gate.secret;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what only stands in the place of a secret: a variable, a word to replace, a row of crosses, an example of a vendor's. */
final class Placeholder {

    /** Variables and templates of shells, Azure ML, Jinja, Python, Maven and Windows, and what a person is to fill in. */
    private static final Pattern TEMPLATE =
            Pattern.compile("^\\$\\w*$|^%\\w*%?$|^%\\(|^@[\\w.]+[@(]|^__\\w+__$|^\\{.*}$|^\\[.*]$"
                    + "|\\$[{(]|\\{\\{|#\\{|<[^<>]*>|\\*\\*\\*|\\.\\.\\.");

    /** Rows of the characters that people fill a place with. */
    private static final Pattern FILLER = Pattern.compile("[xX]{4}|[#_]{4}|0{6}|-{4}|([^A])\\1{7}");

    /** Words that no generator writes. */
    private static final Pattern WORD = Pattern.compile(
            "example|sample|placeholder|change_?-?me|your|dummy|fake|mock|insert|replace|redacted|notreal|todo|secret|password|passwd"
                    + "|null|none|undefined|test_?-?(?:key|token)|my_?-?(?:key|token)",
            Pattern.CASE_INSENSITIVE);

    /** What people write where a password goes, and what databases come with. */
    private static final Set<String> DEFAULTS = Set.of(
            "admin",
            "changeit",
            "foo",
            "bar",
            "guest",
            "letmein",
            "minio",
            "minioadmin",
            "mypass",
            "mysql",
            "neo4j",
            "pass",
            "pass123",
            "postgres",
            "pwd",
            "rabbitmq",
            "redis",
            "root",
            "sa",
            "test",
            "test123",
            "token",
            "user",
            "username");

    /** As long a row of neighbours as {@code 123456} or {@code abcdef}. */
    private static final int ROW = 6;

    /** So few different characters make no secret. */
    private static final int FEWEST = 4;

    /**
     * SHA-256 of secrets that everybody knows, since their vendors print them: the account of <a
     * href="https://learn.microsoft.com/azure/storage/common/storage-connect-azurite">Azurite</a>, the <a
     * href="https://learn.microsoft.com/azure/cosmos-db/emulator">emulator of Cosmos DB</a>, the tokens that jwt.io opens with, and the
     * examples of <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749</a>.
     */
    private static final Set<String> KNOWN = Set.of(
            "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
            "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615",
            "7f75367e7881255134e1375e723d1dea8ad5f6a4fdb79d938df1f1754a830606",
            "c794fa6d20c64efb9adf980ae93af472a1679775862d421ffe55d4a57fad5b3e",
            "ca7459e2b26776de081b9a07e40227fd6cff232a1e3233ff6b6aa6d036ca9981",
            "6c96130f130ab0d6d158397e24d2bcc1c9a5e73ae081f6e983f1c7b545d24a4c",
            "00cf4c781dc37003f7c7dd7d4c9a6ef1e0f4c62d9a291aa8bc398774e3fefd32");

    private Placeholder() {}

    /** Whether what should be a generated key is none. */
    static boolean is(String value) {
        return isFiller(value)
                || TEMPLATE.matcher(value).find()
                || WORD.matcher(value).find()
                || KNOWN.contains(Digest.of(value));
    }

    /** Whether what should be a password, which a person may have thought up, is none. */
    static boolean isPassword(String value) {
        return DEFAULTS.contains(value.toLowerCase(Locale.ROOT)) || is(value);
    }

    /** Whether a value only fills a place. */
    static boolean isFiller(String value) {
        return value.chars().distinct().limit(FEWEST).count() < FEWEST
                || FILLER.matcher(value).find()
                || hasRow(value);
    }

    private static boolean hasRow(String value) {
        int row = 1;
        for (int i = 1; i < value.length(); i++) {
            row = value.charAt(i) == value.charAt(i - 1) + 1 ? row + 1 : 1;
            if (row == ROW) {
                return true;
            }
        }
        return false;
    }
}
