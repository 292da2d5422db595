package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** An environment that Azure ML rebuilds by itself. */
final class AutoRebuild extends Rule<Subject.Definition> {
    private static final String ON_UPDATE = "OnBaseImageUpdate";

    AutoRebuild(Severity severity) {
        super("environment/auto-rebuild", severity, "An environment that rebuilds itself", Subject.Definition.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Definition subject) {
        return Stream.of("auto_rebuild", "autoRebuild")
                .map(field -> subject.asset().pointer().appendProperty(field))
                .filter(pointer ->
                        subject.asset().document().root().at(pointer).asText("").equalsIgnoreCase(ON_UPDATE))
                .filter(pointer -> subject.asset().id().kind() == AssetKind.ENVIRONMENT)
                .flatMap(pointer -> finding(
                        subject.asset().document().at(pointer),
                        ON_UPDATE,
                        "The image moves under the environment's version whenever its base image does.",
                        "Set it to Disabled, and make a new version when the base image changes."));
    }
}
