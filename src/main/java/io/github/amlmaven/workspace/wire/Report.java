package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.AssetId;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one definition, and what its body cannot hold. */
final class Report {
    private final AssetId asset;
    private final List<WireProblem> problems = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    Report(AssetId asset) {
        this.asset = asset;
    }

    void problem(JsonPointer at, String message, String fix) {
        problems.add(new WireProblem(asset, at, message, fix));
    }

    void lost(String sentence) {
        lost.add(sentence);
    }

    /**
     * The body, when nothing was wrong.
     *
     * @param content its content
     * @return the body with what it lost
     * @throws UntranslatableException when anything was wrong
     */
    Body body(ObjectNode content) throws UntranslatableException {
        if (!problems.isEmpty()) {
            throw new UntranslatableException(problems);
        }
        return new Body(content, lost);
    }
}
