package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Target.Pin;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.gate.Subject;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a reference out of the repository can change while it stays, after the forms of references that Azure ML knows. */
enum Floating {
    /** {@code azureml:name@label}, {@code azureml:name:latest} or {@code …/labels/label}. */
    LABEL,
    /** {@code azureml:name}: whatever version is there. */
    NO_VERSION,
    /** A URL, or a path in a datastore: whatever lies there. */
    LOCATION;

    private static final Pattern LABEL_FORM = Pattern.compile("@[^/@]+$|/labels/|[:/](?:latest|default)/?$");
    private static final Pattern LOCATION_FORM =
            Pattern.compile("^(?!azureml:)[A-Za-z][A-Za-z0-9+.-]+:|/paths/|^azureml://datastores/");

    /** The reference, when it floats for this reason and names one of some kinds. */
    Stream<Subject.RemoteReference> of(Subject.RemoteReference subject, RemoteKind... kinds) {
        boolean floats = subject.remote().pin() == Pin.FLOATING
                && Stream.of(kinds).anyMatch(kind -> kind == subject.remote().kind())
                && of(subject.reference().written()) == this;
        return floats ? Stream.of(subject) : Stream.empty();
    }

    private static Floating of(String written) {
        if (LOCATION_FORM.matcher(written).find()) {
            return LOCATION;
        }
        return LABEL_FORM.matcher(written).find() ? LABEL : NO_VERSION;
    }
}
