package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** The channel that is whatever conda is configured with. */
final class CondaDefaultsChannel extends Rule<Subject.Conda> {
    CondaDefaultsChannel() {
        super("conda/defaults-channel", Severity.WARN, "The channel defaults", Subject.Conda.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Conda subject) {
        return subject.environment().channels().stream()
                .filter(channel -> channel.text().equals("defaults"))
                .flatMap(channel -> finding(
                        channel,
                        "What defaults stands for is a setting of the conda that builds the environment.",
                        "Name the channel, such as conda-forge."));
    }
}
