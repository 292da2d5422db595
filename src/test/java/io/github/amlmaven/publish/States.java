package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two emulators' states, so that a failure shows what differs and not all there is. */
final class States {
    private States() {}

    /** Each value that is not the same in both, with its place. */
    static List<String> differences(ObjectNode expected, ObjectNode actual) {
        List<String> differences = new ArrayList<>();
        compare("", expected, actual, differences);
        return differences;
    }

    private static void compare(String at, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(at + " " + name, expected.path(name), actual.path(name), differences));
        } else if (!expected.equals(actual)) {
            differences.add(at + ": " + expected + " is now " + actual);
        }
    }
}
