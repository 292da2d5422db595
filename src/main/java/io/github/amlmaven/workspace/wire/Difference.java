package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * Something that is not what was meant.
 *
 * @param pointer where in the body
 * @param sent what the body says; empty when it says nothing
 * @param answered what the service says; empty when it says nothing
 */
public record Difference(JsonPointer pointer, String sent, String answered) {

    /** For people: the place and both values. */
    @Override
    public String toString() {
        String place = pointer.matches() ? "it" : pointer.toString().substring(1);
        return place + " is " + shown(answered) + " there and " + shown(sent) + " here";
    }

    private static String shown(String text) {
        return text.isEmpty() ? "absent" : "'" + text + "'";
    }
}
