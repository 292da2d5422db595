package io.github.amlmaven.gate.secret;

import static io.github.amlmaven.gate.SecretKind.AZURE_KEY;
import static io.github.amlmaven.gate.SecretKind.ENTRA_CLIENT_SECRET;
import static io.github.amlmaven.gate.SecretKind.SHARED_ACCESS_SIGNATURE;

import java.util.List;
import java.util.Locale;

/**
 * Keys of Azure's services. Most carry a mark at a fixed place, by which Microsoft's own scanner knows them (rules SEC101/152 to SEC101/206
 * of <a href="https://github.com/microsoft/security-utilities">security-utilities</a>); older ones are known by the words around them.
 */
final class AzureFormats {
    private static final String BASE64 = "[A-Za-z0-9+/]";
    private static final String BEFORE = "(?<![A-Za-z0-9+/_-])";
    private static final String AFTER = "(?![A-Za-z0-9+/=_-])";

    private AzureFormats() {}

    static List<SecretFormat> all() {
        return List.of(
                SecretFormat.at(
                        ENTRA_CLIENT_SECRET, "q~", 4, "(?<![\\w~.+/-])([\\w~.-]{3}\\dQ~[\\w~.-]{31,34}+)(?![\\w~+/-])"),
                // 64 bytes: storage, Cosmos DB, Batch, classic web services of Azure ML, API Management.
                marked("+ASt", 76, "[AQgw]=="),
                marked("ACDb", 76, "[AQgw]=="),
                marked("+ABa", 76, "[AQgw]=="),
                marked("+AMC", 76, "[AQgw]=="),
                marked("APIM", 76, "[AQgw]=="),
                // 32 bytes: Relay, Event Hubs, Service Bus, IoT, Redis, Event Grid.
                marked("+ARm", 33, "="),
                marked("+AEh", 33, "="),
                marked("+ASb", 33, "="),
                marked("AIoT", 33, "="),
                marked("AzCa", 33, "="),
                marked("AZEG", 33, "="),
                // Container Registry, AI Search, Functions.
                SecretFormat.at(
                        AZURE_KEY, "+acr", 42, BEFORE + "(" + BASE64 + "{42}\\+ACR[A-D]" + BASE64 + "{5})" + AFTER),
                SecretFormat.at(AZURE_KEY, "azse", 42, BEFORE + "([A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5})" + AFTER),
                SecretFormat.at(AZURE_KEY, "azfu", 44, "(?<![\\w-])([\\w-]{44}AzFu[\\w-]{5}[AQgw]==)"),
                // Common annotated keys: Azure OpenAI and the other AI services, Azure DevOps, App Configuration, and
                // more.
                SecretFormat.at(
                        AZURE_KEY,
                        "jqqj9",
                        52,
                        "(?<![A-Za-z0-9])([A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?)"),
                named("accountkey", "{86}=="),
                named("sharedaccesskey", "{43}="),
                named("accesskey", "{43,86}={1,2}"),
                // https://learn.microsoft.com/azure/storage/common/storage-sas-overview: 32 bytes, percent-encoded or
                // not.
                SecretFormat.of(
                        SHARED_ACCESS_SIGNATURE,
                        "sig=",
                        "(?<![A-Za-z0-9])(?i:sig)=((?:[A-Za-z0-9+/_-]|%2[BbFf]){43}(?:=|%3[Dd])?)(?![A-Za-z0-9+/%_-])"));
    }

    private static SecretFormat marked(String mark, int lead, String end) {
        int rest = end.length() > 2 ? 5 : 6;
        String expression = BEFORE + "(" + BASE64 + "{" + lead + "}" + mark.replace("+", "\\+") + BASE64 + "{" + rest
                + "}" + end + ")" + AFTER;
        return SecretFormat.at(AZURE_KEY, mark.toLowerCase(Locale.ROOT), lead, expression);
    }

    /** As in a connection string: {@code AccountKey=…}. */
    private static SecretFormat named(String name, String length) {
        return SecretFormat.of(
                AZURE_KEY, name, "(?i:" + name + ")\\s{0,4}[=:]\\s{0,4}[\"']?(" + BASE64 + length + ")" + AFTER);
    }
}
