package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two values mean the same to the service. */
final class Same {
    private static final Pattern ARM_ID = Pattern.compile(
            "(?:azureml:)?(/subscriptions/[^/]+/resourcegroups/[^/]+/providers/[^/]+/workspaces/[^/]+)(/.*)?",
            Pattern.CASE_INSENSITIVE);
    /** The long form of a path in a datastore of the same workspace. */
    private static final Pattern LONG_URI = Pattern.compile(
            "azureml://subscriptions/[^/]+/resourcegroups/[^/]+/workspaces/[^/]+/(datastores/.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CURATED = Pattern.compile("azureml:(AzureML-[^:@/]+)(?:[:@](.+))?");
    private static final Pattern CURATED_ID =
            Pattern.compile("azureml://registries/azureml/environments/(AzureML-[^/]+)/versions/(.+)");

    private Same() {}

    static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isContainerNode() && isEmpty(value));
    }

    private static boolean isEmpty(JsonNode container) {
        for (JsonNode value : container) {
            if (container.isArray() || !isNothing(value)) {
                return false;
            }
        }
        return true;
    }

    static boolean scalars(JsonNode sent, JsonNode answered) {
        if (!sent.isValueNode() || !answered.isValueNode() || sent.isNull() != answered.isNull()) {
            return false;
        }
        if (sent.isBoolean() || answered.isBoolean()) {
            return sent.asText().equalsIgnoreCase(answered.asText());
        }
        if (sent.isNumber() || answered.isNumber()) {
            return numbers(sent.asText(), answered.asText());
        }
        return texts(sent.asText(), answered.asText());
    }

    private static boolean numbers(String sent, String answered) {
        try {
            return new BigDecimal(sent).compareTo(new BigDecimal(answered)) == 0;
        } catch (NumberFormatException e) {
            return sent.equals(answered);
        }
    }

    private static boolean texts(String sent, String answered) {
        return sent.equals(answered) || reference(sent).equals(reference(answered)) || isCurated(sent, answered);
    }

    /** Azure does not keep the case of its own words in an id, nor that of groups and workspaces. */
    private static String reference(String text) {
        Matcher id = ARM_ID.matcher(text);
        if (id.matches()) {
            String rest = id.group(2);
            return id.group(1).toLowerCase(Locale.ROOT) + (rest == null ? "" : rest);
        }
        Matcher uri = LONG_URI.matcher(text);
        return uri.matches() ? "azureml://" + uri.group(1) : text;
    }

    /** The service turns the short name of an environment of its own into the id of the version that it stands for. */
    private static boolean isCurated(String sent, String answered) {
        Matcher name = CURATED.matcher(sent);
        Matcher id = CURATED_ID.matcher(answered);
        if (!name.matches() || !id.matches() || !name.group(1).equals(id.group(1))) {
            return false;
        }
        String version = name.group(2);
        return version == null || version.equals("latest") || version.equals(id.group(2));
    }
}
