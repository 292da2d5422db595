package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the service says no to, in the shape of its errors. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final List<String> inner;

    /** Takes the codes of the inner errors, the outermost first. */
    Refusal(int status, String code, String message, String... inner) {
        super(message);
        this.status = status;
        this.code = code;
        this.inner = List.of(inner);
    }

    static Refusal invalid(String message) {
        return new Refusal(400, "UserError", message, "BadArgument", "ArgumentInvalid");
    }

    /** Of an asset or another thing inside a workspace. */
    static Refusal notFound(String kind, String name) {
        String capital = kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1);
        return new Refusal(404, "UserError", "Not found " + kind + " " + name + ".", "NotFound", capital + "NotFound");
    }

    Reply reply() {
        ObjectNode error = Json.object();
        ObjectNode inside = error.putObject("error").put("code", code).put("message", getMessage());
        inside.putArray("details");
        ArrayNode more = inside.putArray("additionalInfo");
        more.addObject().put("type", "ComponentName").putObject("info").put("value", "managementfrontend");
        if (!inner.isEmpty()) {
            ObjectNode info = more.addObject().put("type", "InnerError").putObject("info");
            ObjectNode at = info.putObject("value");
            at.put("code", inner.get(0));
            for (String next : inner.subList(1, inner.size())) {
                at = at.putObject("innerError");
                at.put("code", next);
            }
            at.putNull("innerError");
        }
        return Reply.json(status, error);
    }
}
