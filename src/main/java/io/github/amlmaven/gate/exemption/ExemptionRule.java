package io.github.amlmaven.gate.exemption;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;

/** What can be wrong with an exemption. None of it can be exempted. */
public enum ExemptionRule {
    /** Its last day is over. */
    EXPIRED("exemption/expired", Severity.REFUSE, "An exemption that is over"),
    /** It lacks something, or the file is no list of exemptions. */
    MALFORMED("exemption/malformed", Severity.REFUSE, "An exemption that is not complete"),
    /** No rule has the id that it names. */
    UNKNOWN_RULE("exemption/unknown-rule", Severity.REFUSE, "An exemption from a rule that does not exist"),
    /** It names a rule that has no exceptions. */
    NOT_ALLOWED("exemption/not-allowed", Severity.REFUSE, "An exemption from a rule without exceptions"),
    /** It lets nothing pass. */
    UNUSED("exemption/unused", Severity.WARN, "An exemption that nothing needs");

    private final String id;
    private final Severity severity;
    private final String title;

    ExemptionRule(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    /**
     * Which rule this is.
     *
     * @return a stable id, such as {@code exemption/expired}
     */
    public String id() {
        return id;
    }

    /**
     * What its findings do to a snapshot.
     *
     * @return the severity of each of them
     */
    public Severity severity() {
        return severity;
    }

    /**
     * What it finds.
     *
     * @return a few words, as a heading has them
     */
    public String title() {
        return title;
    }

    Finding finding(Location location, String found, String message, String fix) {
        return new Finding(id, severity, location, found, message, fix);
    }
}
