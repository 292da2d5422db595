package io.github.amlmaven.gate.secret;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.environment.Token;
import io.github.amlmaven.gate.SecretKind;
import io.github.amlmaven.gate.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Fields of definitions that are there for a secret and have one: environment variables, and the {@code credentials} of datastores and
 * connections. A definition says what a value is for, so that even a password that a person made up is known for one.
 */
final class DefinitionSecrets {

    /** Names whose values are secret, whatever they look like. */
    private static final Pattern SECRET = Pattern.compile(
            "(?:.*_)?(?:password|passwd|passphrase|client_?secret|(?:api|account|access|secret|storage|subscription)_?key|sas_?token"
                    + "|connection_?string)");

    /** Names that may mean a secret. Models have tokens of another sort, and most keys open nothing. */
    private static final Pattern PERHAPS = Pattern.compile("(?:.*_)?(?:secret|token|key|credentials?|pat)");

    /** Below this name (<a href="https://learn.microsoft.com/azure/machine-learning/reference-yaml-datastore-blob">datastore</a>). */
    private static final String CREDENTIALS = "credentials";

    /** Names of what is secret there; the rest says who and where. */
    private static final Pattern IN_CREDENTIALS =
            Pattern.compile("account_key|sas_token|client_secret|certificate|pat|key|password|secret_access_key|token");

    /** An address, such as that of a secret in a key vault; what is secret in an address is found without knowing the field. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/?/?[^\\s:@]*");

    private static final Pattern WORD_IN_CAMEL_CASE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final Document document;
    private final List<Subject.Secret> secrets = new ArrayList<>();

    private DefinitionSecrets(Document document) {
        this.document = document;
    }

    static List<Subject.Secret> of(DefinitionGraph graph) {
        Map<String, Document> documents = new TreeMap<>();
        for (Asset asset : graph.assets().values()) {
            documents.put(asset.document().path().value(), asset.document());
        }
        List<Subject.Secret> secrets = new ArrayList<>();
        for (Document document : documents.values()) {
            DefinitionSecrets each = new DefinitionSecrets(document);
            each.look("", "", document.root(), JsonPointer.empty());
            secrets.addAll(each.secrets);
        }
        return secrets;
    }

    private void look(String parent, String name, JsonNode value, JsonPointer at) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> look(name, field.getKey(), field.getValue(), at.appendProperty(field.getKey())));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                look(parent, name, value.get(i), at.appendIndex(i));
            }
        } else if ((value.isTextual() || value.isNumber()) && isSecret(parent, name, value.asText())) {
            String found = name + ": " + value.asText().length() + " characters";
            secrets.add(new Subject.Secret(SecretKind.DEFINITION_FIELD, new Token(found, document.at(at))));
        }
    }

    private static boolean isSecret(String parent, String name, String value) {
        String words = words(name);
        boolean meant = SECRET.matcher(words).matches()
                || (parent.equals(CREDENTIALS) && IN_CREDENTIALS.matcher(words).matches());
        if (meant) {
            return !value.isBlank()
                    && !Placeholder.isPassword(value)
                    && !words(value).equals(words)
                    && !ADDRESS.matcher(value).matches();
        }
        return PERHAPS.matcher(words).matches() && MachineMade.is(value);
    }

    /** A name in small letters, whichever way it is written; one in the place of its own value only says what belongs there. */
    private static String words(String name) {
        return WORD_IN_CAMEL_CASE
                .matcher(name)
                .replaceAll("_")
                .replace('-', '_')
                .toLowerCase(Locale.ROOT);
    }
}
