package io.github.amlmaven.emulator;

import java.util.regex.Pattern;

/** What assets and other resources may be called. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}");
    private static final Pattern ENDPOINT = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{1,30}[a-zA-Z0-9]");
    private static final Pattern VERSION = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.+-]{0,254}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

    private Names() {}

    static void check(Id id) throws Refusal {
        for (int i = 0; i < id.types().size(); i++) {
            check(id.types(), i, id.names().get(i));
        }
    }

    private static void check(java.util.List<String> types, int at, String name) throws Refusal {
        String type = types.get(at);
        switch (type) {
            case "batchEndpoints", "onlineEndpoints", "deployments" ->
                require(ENDPOINT, type, name, "3 to 32 letters, digits and '-', the first a letter");
            case "versions" -> checkVersion(types.get(at - 1), name);
            default -> require(NAME, type, name, "up to 255 letters, digits, '_', '.' and '-', the first no sign");
        }
    }

    private static void checkVersion(String of, String version) throws Refusal {
        if (of.equals("models")) {
            require(NUMBER, "model version", version, "a positive integer");
        }
        if (of.equals("data") && version.length() > 30) {
            throw Refusal.invalid("Asset version '" + version + "' is invalid: it has more than 30 characters.");
        }
        require(VERSION, "version", version, "up to 255 letters, digits, '_', '.', '+' and '-'");
    }

    private static void require(Pattern pattern, String what, String name, String rule) throws Refusal {
        if (!pattern.matcher(name).matches()) {
            throw Refusal.invalid("The name '" + name + "' of " + what + " is invalid: " + rule + ".");
        }
    }
}
