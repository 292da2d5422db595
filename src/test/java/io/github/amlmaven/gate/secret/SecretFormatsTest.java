package io.github.amlmaven.gate.secret;

import static io.github.amlmaven.gate.SecretKind.AI_SERVICE_KEY;
import static io.github.amlmaven.gate.SecretKind.AUTHORIZATION_HEADER;
import static io.github.amlmaven.gate.SecretKind.AWS_KEY;
import static io.github.amlmaven.gate.SecretKind.AZURE_KEY;
import static io.github.amlmaven.gate.SecretKind.CONNECTION_STRING;
import static io.github.amlmaven.gate.SecretKind.CREDENTIAL;
import static io.github.amlmaven.gate.SecretKind.DATABRICKS_TOKEN;
import static io.github.amlmaven.gate.SecretKind.DEFINITION_FIELD;
import static io.github.amlmaven.gate.SecretKind.ENTRA_CLIENT_SECRET;
import static io.github.amlmaven.gate.SecretKind.GITHUB_TOKEN;
import static io.github.amlmaven.gate.SecretKind.GITLAB_TOKEN;
import static io.github.amlmaven.gate.SecretKind.GOOGLE_KEY;
import static io.github.amlmaven.gate.SecretKind.JSON_WEB_TOKEN;
import static io.github.amlmaven.gate.SecretKind.KEY_STORE;
import static io.github.amlmaven.gate.SecretKind.PACKAGE_REGISTRY_TOKEN;
import static io.github.amlmaven.gate.SecretKind.PRIVATE_KEY;
import static io.github.amlmaven.gate.SecretKind.REGISTRY_PASSWORD;
import static io.github.amlmaven.gate.SecretKind.SERVICE_KEY;
import static io.github.amlmaven.gate.SecretKind.SHARED_ACCESS_SIGNATURE;
import static io.github.amlmaven.gate.SecretKind.SLACK_TOKEN;
import static io.github.amlmaven.gate.SecretKind.URL_CREDENTIALS;
import static io.github.amlmaven.gate.secret.Made.ALPHANUMERIC;
import static io.github.amlmaven.gate.secret.Made.BASE64;
import static io.github.amlmaven.gate.secret.Made.BASE64URL;
import static io.github.amlmaven.gate.secret.Made.DIGITS;
import static io.github.amlmaven.gate.secret.Made.HEX;
import static io.github.amlmaven.gate.secret.Made.LOWER;
import static io.github.amlmaven.gate.secret.Made.UPPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.gate.SecretKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a secret, and what only looks like one. */
class SecretFormatsTest {

    /** A text with a secret, which the text shows as {@code §}. */
    record Example(SecretKind kind, String text, String secret) {
        String whole() {
            return text.replace("§", secret);
        }

        @Override
        public String toString() {
            return kind + " in " + text;
        }
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void findsASecretWhereItStands(Example example) throws Exception {
        String before =
                "first line\n" + example.text().substring(0, example.text().indexOf('§'));
        int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        assertThat(scan("first line\n" + example.whole()))
                .containsExactly(new Sighting(
                        example.kind(), line, column, example.secret().length()));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void takesAFilledPlaceForNone(Example example) throws Exception {
        if (example.kind() != KEY_STORE) {
            assertThat(scan(example.text()
                            .replace("§", "x".repeat(example.secret().length()))))
                    .isEmpty();
            assertThat(scan(example.text().replace("§", "${SECRET}"))).isEmpty();
            assertThat(scan(example.text().replace("§", "<your-secret>"))).isEmpty();
        }
    }

    @Test
    void everyKindThatIsFoundInTextIsTested() {
        assertThat(secrets().map(Example::kind))
                .containsAll(EnumSet.complementOf(EnumSet.of(DEFINITION_FIELD, REGISTRY_PASSWORD)));
    }

    static Stream<Example> secrets() {
        String base64Of20 = Made.of(BASE64URL, 20);
        return Stream.of(
                new Example(PRIVATE_KEY, pem("RSA PRIVATE KEY", "\n"), Made.of(BASE64, 64)),
                new Example(PRIVATE_KEY, pem("PRIVATE KEY", "\\n"), Made.of(BASE64, 64)),
                new Example(PRIVATE_KEY, "key: |\n  " + pem("EC PRIVATE KEY", "\r\n    "), Made.of(BASE64, 64)),
                new Example(PRIVATE_KEY, pem("OPENSSH PRIVATE KEY", "\" +\n    \""), Made.of(BASE64, 64)),
                new Example(
                        PRIVATE_KEY,
                        pem("RSA PRIVATE KEY", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123\n\n"),
                        Made.of(BASE64, 64)),
                new Example(PRIVATE_KEY, pem("PGP PRIVATE KEY BLOCK", "\n\n"), Made.of(BASE64, 64)),
                new Example(PRIVATE_KEY, "Private-Lines: 8\r\n§\r\n", Made.of(BASE64, 64)),
                new Example(PRIVATE_KEY, "AGE-SECRET-KEY-1§", Made.of(UPPER + "234567", 58)),
                new Example(KEY_STORE, "pfx = '§'", "MIIKQIBA".substring(0, 4) + "AgIBAzCC" + Made.of(BASE64, 64)),
                new Example(KEY_STORE, "§", "0\u0082\u0001\u0002\u0002\u0001\u00030\u0082"),
                new Example(ENTRA_CLIENT_SECRET, "AZURE_CLIENT_SECRET=§", entra(34)),
                new Example(ENTRA_CLIENT_SECRET, "  \"clientSecret\": \"§\",", entra(31)),
                new Example(AZURE_KEY, "key = \"§\"", Made.of(BASE64, 76) + "+ASt" + Made.of(BASE64, 5) + "A=="),
                new Example(AZURE_KEY, "cosmos: §", Made.of(BASE64, 76) + "ACDb" + Made.of(BASE64, 5) + "w=="),
                new Example(AZURE_KEY, "'§'", Made.of(BASE64, 33) + "+AEh" + Made.of(BASE64, 6) + "="),
                new Example(AZURE_KEY, "acr: §", Made.of(BASE64, 42) + "+ACR" + "A" + Made.of(BASE64, 5)),
                new Example(
                        AZURE_KEY, "search: §", Made.of(ALPHANUMERIC, 42) + "AzSe" + "D" + Made.of(ALPHANUMERIC, 5)),
                new Example(AZURE_KEY, "code=§", Made.of(ALPHANUMERIC, 44) + "AzFu" + Made.of(ALPHANUMERIC, 5) + "Q=="),
                new Example(
                        AZURE_KEY,
                        "AZURE_OPENAI_API_KEY: §",
                        Made.of(ALPHANUMERIC, 52) + "JQQJ" + "99BA" + Made.of(ALPHANUMERIC, 12) + "AAABACOG"
                                + Made.of(ALPHANUMERIC, 4)),
                new Example(
                        AZURE_KEY,
                        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=§;EndpointSuffix=core.windows.net",
                        Made.of(BASE64, 86) + "=="),
                new Example(
                        AZURE_KEY,
                        "Endpoint=sb://n.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=§",
                        Made.of(BASE64, 43) + "="),
                new Example(
                        SHARED_ACCESS_SIGNATURE,
                        "https://a.blob.core.windows.net/c/f.csv?sv=2024-11-04&se=2027-01-01&sp=r&sig=§&sr=b",
                        Made.of(ALPHANUMERIC, 43) + "%3D"),
                new Example(SHARED_ACCESS_SIGNATURE, "?sp=rl&sv=2024&sig=§", Made.of(BASE64, 43) + "="),
                new Example(DATABRICKS_TOKEN, "DATABRICKS_TOKEN=§", "dapi" + Made.of(HEX, 32)),
                new Example(DATABRICKS_TOKEN, "token: '§'", "dapi" + Made.of(HEX, 32) + "-2"),
                new Example(AWS_KEY, "aws_access_key_id = §", "AKIA" + Made.of(UPPER + "234567", 16)),
                new Example(AWS_KEY, "(\"§\",", "ASIA" + Made.of(UPPER + "234567", 16)),
                new Example(AWS_KEY, "aws_secret_access_key = §", Made.of(BASE64, 40)),
                new Example(GOOGLE_KEY, "key=§&q=x", "AIza" + Made.of(BASE64URL, 35)),
                new Example(GOOGLE_KEY, "\"client_secret\":\"§\"", "GOCSPX" + "-" + Made.of(BASE64URL, 28)),
                new Example(GITHUB_TOKEN, "GITHUB_TOKEN: §", "ghp" + "_" + Made.of(ALPHANUMERIC, 36)),
                new Example(GITHUB_TOKEN, "`§`", "ghs" + "_" + Made.of(ALPHANUMERIC, 36)),
                new Example(
                        GITHUB_TOKEN,
                        "git clone https://§@github.com/org/repo",
                        "github" + "_pat_" + Made.of(ALPHANUMERIC, 22) + "_" + Made.of(ALPHANUMERIC, 59)),
                new Example(GITLAB_TOKEN, "PRIVATE-TOKEN: §", "glpat" + "-" + base64Of20),
                new Example(GITLAB_TOKEN, "x = '§'", "gldt" + "-" + base64Of20),
                new Example(
                        SLACK_TOKEN, "slack: §", "xoxb" + "-" + Made.of(DIGITS, 12) + "-" + Made.of(ALPHANUMERIC, 24)),
                new Example(
                        SLACK_TOKEN,
                        "https://hooks.slack.com/services/§",
                        "T" + Made.of(UPPER, 8) + "/B" + Made.of(UPPER, 8) + "/" + Made.of(ALPHANUMERIC, 24)),
                new Example(
                        PACKAGE_REGISTRY_TOKEN, "password = §", "pypi" + "-AgEIcHlwaS5vcmc" + Made.of(BASE64URL, 60)),
                new Example(
                        PACKAGE_REGISTRY_TOKEN,
                        "//registry.npmjs.org/:_authToken=§",
                        "npm" + "_" + Made.of(ALPHANUMERIC, 36)),
                new Example(PACKAGE_REGISTRY_TOKEN, "//npm.corp/:_authToken=§", Made.of(HEX, 32)),
                new Example(
                        PACKAGE_REGISTRY_TOKEN,
                        "{\"auths\": {\"r.azurecr.io\": {\"auth\": \"§\"}}}",
                        Base64.getEncoder().encodeToString("robot:tr0ub4dor&3".getBytes(StandardCharsets.UTF_8))),
                new Example(AI_SERVICE_KEY, "HF_TOKEN=§", "hf" + "_" + Made.of(LOWER + UPPER, 34)),
                new Example(AI_SERVICE_KEY, "openai.api_key = \"§\"", "sk" + "-" + Made.of(ALPHANUMERIC, 48)),
                new Example(AI_SERVICE_KEY, "OPENAI_API_KEY=§", "sk" + "-proj-" + Made.of(BASE64URL, 120)),
                new Example(AI_SERVICE_KEY, "key: §", "sk" + "-ant-api03-" + Made.of(BASE64URL, 95)),
                new Example(SERVICE_KEY, "stripe: §", "sk" + "_live_" + Made.of(ALPHANUMERIC, 24)),
                new Example(SERVICE_KEY, "'§'", "SG" + "." + Made.of(BASE64URL, 22) + "." + Made.of(BASE64URL, 43)),
                new Example(
                        JSON_WEB_TOKEN,
                        "t = '§'",
                        "eyJ" + Made.of(BASE64URL, 33) + ".eyJ" + Made.of(BASE64URL, 90) + "."
                                + Made.of(BASE64URL, 43)),
                new Example(
                        AUTHORIZATION_HEADER, "curl -H 'Authorization: Bearer §' https://x", Made.of(ALPHANUMERIC, 40)),
                new Example(
                        AUTHORIZATION_HEADER, "headers = {\"Authorization\": \"Basic §\"}", Made.of(ALPHANUMERIC, 32)),
                new Example(URL_CREDENTIALS, "git remote add o https://me:§@git.corp/x.git", "tr0ub4dor&3"),
                new Example(
                        URL_CREDENTIALS,
                        "DATABASE_URL=postgresql+psycopg2://app:§@db.corp:5432/features",
                        "Blue7Horse"),
                new Example(URL_CREDENTIALS, "https://§@dev.azure.com/org/p/_git/r", Made.of(LOWER + "234567", 52)),
                new Example(
                        CONNECTION_STRING,
                        "Server=tcp:s.database.windows.net,1433;Database=d;User ID=u;Password=§;Encrypt=True",
                        "Blue7Horse!"),
                new Example(CONNECTION_STRING, "Driver={ODBC};Server=s;Uid=u;Pwd=§;", "Blue7Horse!"),
                new Example(CONNECTION_STRING, "jdbc:postgresql://h/d?user=u&password=§&ssl=true", "Blue7Horse!"),
                new Example(CONNECTION_STRING, "host=h dbname=d user=u password=§ port=5432", "Blue7Horse!"),
                new Example(CREDENTIAL, "api_key = \"§\"", Made.of(ALPHANUMERIC, 32)),
                new Example(CREDENTIAL, "export WANDB_API_KEY=§", Made.of(HEX, 40)),
                new Example(CREDENTIAL, "  subscription-key: §", Made.of(HEX, 32)),
                new Example(CREDENTIAL, "setdefault('DB_PASSWORD', '§')", Made.of(ALPHANUMERIC, 20)),
                new Example(CREDENTIAL, "secret_key: str = \"§\"", Made.of(BASE64, 43) + "="),
                new Example(CREDENTIAL, "<password>§</password>", Made.of(ALPHANUMERIC, 24)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
                "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
                "AZURE_OPENAI_API_KEY: <your-api-key>",
                "api_key=\"********************************\"",
                "api_key = os.environ[\"AZURE_OPENAI_API_KEY\"]",
                "token = DefaultAzureCredential().get_token(\"https://ml.azure.com/.default\").token",
                "client_secret=${{secrets.AZURE_CLIENT_SECRET_FOR_2024}}",
                "password: $(databasePassword2024Production)",
                "api_key: abcdef0123456789abcdef0123456789",
                "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "sk-00000000000000000000000000000000000000000000000",
                "postgresql://user:password@localhost:5432/db",
                "postgres://postgres:postgres@db/postgres",
                "https://{user}:{token}@dev.azure.com/org",
                "f\"https://x:{os.environ['PAT']}@dev.azure.com\"",
                "https://%s:%s@host",
                "https://$USER:$TOKEN@host",
                "git@github.com:org/repo.git",
                "ssh://git@github.com/org/repo",
                "http://host:8080/path@2",
                "https://unpkg.com/@scope/package@1.2.3/index.js",
                "Server=s;Database=d;Uid=u;Pwd={your_password_here};Encrypt=yes",
                "tokenizer = AutoTokenizer.from_pretrained(\"bert-base-uncased-2020v2\")",
                "pad_token: \"<|endoftext|>\"",
                "secret_name: my-key-vault-secret-2024-01-15",
                "token = \"https://login.microsoftonline.com/common/oauth2/v2.0/token\"",
                "secret: 12345678-1234-9876-abcd-0123456789ab",
                "if '-----BEGIN PRIVATE KEY-----' in text:",
                "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo\n",
                "-----BEGIN CERTIFICATE-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo\n",
                "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
                "pip install pypi-simple==1.5.0 hf_transfer==0.1.9 npm_utils",
                "class=\"sk-fading-circle sk-estimator-doc-link\"",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "&sig=abc",
                "Authorization: Bearer $TOKEN",
                "Authorization: Bearer <token>",
                "\"image/png\": \"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"",
            })
    void acceptsWhatOnlyLooksLikeASecret(String text) throws Exception {
        assertThat(scan(text)).isEmpty();
    }

    private static String pem(String label, String lineEnd) {
        return "-----BEGIN " + label + "-----" + lineEnd + "§";
    }

    private static String entra(int length) {
        return Made.of(ALPHANUMERIC, 3) + "8Q~" + Made.of(ALPHANUMERIC + "_~", length);
    }

    private static List<Sighting> scan(String text) throws IOException {
        return new StreamScan().scan(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
