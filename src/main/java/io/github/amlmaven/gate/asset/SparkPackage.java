package io.github.amlmaven.gate.asset;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Maven artifact that Spark fetches when the job starts, by a version that can be another one then. */
final class SparkPackage extends Rule<Subject.SparkPackage> {
    /** Spark fetches with Ivy, to which <a href="https://ant.apache.org/ivy/history/latest-milestone/settings/version-matchers.html">these</a> move. */
    private static final Pattern FLOATS =
            Pattern.compile(".*[+\\[\\](),$].*|latest[.].*|.*SNAPSHOT", Pattern.CASE_INSENSITIVE);

    /** Group, name and version: Spark takes no fewer and no more, and slashes for the colons as well. */
    private static final int PARTS = 3;

    SparkPackage() {
        super("spark/package", Severity.REFUSE, "A Spark package that moves", Subject.SparkPackage.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.SparkPackage subject) {
        String[] parts = subject.coordinates().text().split("[:/]", -1);
        boolean exact = parts.length == PARTS
                && !parts[PARTS - 1].isBlank()
                && !FLOATS.matcher(parts[PARTS - 1]).matches();
        if (exact) {
            return Stream.empty();
        }
        return finding(
                subject.coordinates(),
                "Spark fetches it when the job starts, and takes whatever its repository has by then.",
                "Write <group>:<name>:<version> with a release, or put the jar into the code and name it in jars.");
    }
}
