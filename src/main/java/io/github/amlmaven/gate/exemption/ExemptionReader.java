package io.github.amlmaven.gate.exemption;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreePath;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the entries of the file. An entry with anything wrong lets nothing pass, and everything that is wrong with it is said at once. */
final class ExemptionReader {
    private static final Set<String> FIELDS = Set.of("rule", "path", "reference", "reason", "owner", "expires");

    /**
     * The kinds of findings that no exemption covers: a tree that differs from its commit can be committed, a secret can be removed, and what
     * cannot be captured cannot be published.
     */
    private static final Set<String> WITHOUT_EXCEPTIONS = Set.of("git", "secret", "definition", "exemption");

    private final Document document;
    private final Set<String> rules;
    private final List<ExemptionEntry> entries = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();

    private ExemptionReader(Document document, Set<String> rules) {
        this.document = document;
        this.rules = rules;
    }

    static Exemptions read(Document document, Collection<String> ruleIds) {
        Set<String> rules = ruleIds.stream()
                .filter(Predicate.not(ExemptionReader::hasNoExceptions))
                .collect(Collectors.toUnmodifiableSet());
        ExemptionReader reader = new ExemptionReader(document, rules);
        reader.read();
        return new Exemptions(reader.entries, reader.problems);
    }

    private static boolean hasNoExceptions(String rule) {
        int slash = rule.indexOf('/');
        return slash > 0 && WITHOUT_EXCEPTIONS.contains(rule.substring(0, slash));
    }

    private void read() {
        JsonNode root = document.root();
        if (root.isArray()) {
            for (int i = 0; i < root.size(); i++) {
                entry(JsonPointer.empty().appendIndex(i));
            }
        } else if (!root.isNull()) {
            problem(
                    JsonPointer.empty(),
                    document.path().name(),
                    "The file is not a list of exemptions.",
                    "Begin each of them with '- rule: <id>'.");
        }
    }

    private void entry(JsonPointer pointer) {
        JsonNode entry = document.root().at(pointer);
        if (!entry.isObject()) {
            problem(
                    pointer,
                    entry.isValueNode() ? entry.asText() : document.path().name(),
                    "This is not an exemption, which has names and values.",
                    "Write rule, path or reference, reason, owner and expires.");
            return;
        }
        int before = problems.size();
        entry.fieldNames().forEachRemaining(name -> known(pointer, name));
        complete(pointer, entry);
        text(pointer, "rule").ifPresent(rule -> rule(pointer.appendProperty("rule"), rule));
        Optional<TreePath> path = text(pointer, "path").flatMap(text -> path(pointer.appendProperty("path"), text));
        Optional<LocalDate> expires =
                text(pointer, "expires").flatMap(text -> date(pointer.appendProperty("expires"), text));
        if (problems.size() == before && expires.isPresent()) {
            entries.add(new ExemptionEntry(
                    new Exemption(
                            required(pointer, "rule"),
                            path,
                            text(pointer, "reference"),
                            required(pointer, "reason"),
                            required(pointer, "owner"),
                            expires.get()),
                    at(pointer, "rule"),
                    at(pointer, "expires")));
        }
    }

    private void known(JsonPointer entry, String name) {
        if (!FIELDS.contains(name)) {
            problems.add(ExemptionRule.MALFORMED.finding(
                    document.keyOf(entry.appendProperty(name)),
                    name,
                    "An exemption has nothing of this name.",
                    "Did you mean '" + Nearest.to(name, FIELDS) + "'?"));
        }
    }

    private void complete(JsonPointer pointer, JsonNode entry) {
        List<String> missing = Stream.of("rule", "reason", "owner", "expires")
                .filter(name -> text(pointer, name).isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        Stream.of("path", "reference")
                .filter(name -> entry.has(name) && text(pointer, name).isEmpty())
                .forEach(missing::add);
        if (!entry.has("path") && !entry.has("reference")) {
            missing.add("path or reference");
        }
        if (!missing.isEmpty()) {
            problem(
                    pointer,
                    text(pointer, "rule").orElse(document.path().name()),
                    "The exemption has no " + String.join(", no ", missing) + ".",
                    "Write each as text: which rule, which path or reference, why, who answers for it, and the last day.");
        }
    }

    private void rule(JsonPointer pointer, String rule) {
        if (hasNoExceptions(rule)) {
            problems.add(ExemptionRule.NOT_ALLOWED.finding(
                    document.at(pointer),
                    rule,
                    "Nobody can be exempted from " + rule
                            + ": what it finds would make the snapshot wrong, not only loose.",
                    "Delete the exemption and mend what the rule finds."));
        } else if (!rules.contains(rule)) {
            problems.add(ExemptionRule.UNKNOWN_RULE.finding(
                    document.at(pointer),
                    rule,
                    "No rule that has exceptions is called so.",
                    "Did you mean '" + Nearest.to(rule, rules) + "'?"));
        }
    }

    private Optional<TreePath> path(JsonPointer pointer, String text) {
        try {
            return Optional.of(TreePath.ROOT.resolve(text));
        } catch (OutsideTreeException e) {
            problem(
                    pointer,
                    text,
                    "The path does not lead into the repository.",
                    "Write it relative to the repository's top, with slashes, as the finding shows it.");
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date(JsonPointer pointer, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            problem(
                    pointer,
                    text,
                    "This is not a day of the calendar.",
                    "Write year, month and day, as in 2027-01-31.");
            return Optional.empty();
        }
    }

    private String required(JsonPointer entry, String name) {
        return text(entry, name).orElseThrow();
    }

    private Optional<String> text(JsonPointer entry, String name) {
        return Optional.of(document.root().at(entry.appendProperty(name)))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(Predicate.not(String::isBlank));
    }

    private Location at(JsonPointer entry, String name) {
        return document.at(entry.appendProperty(name));
    }

    private void problem(JsonPointer pointer, String found, String message, String fix) {
        problems.add(ExemptionRule.MALFORMED.finding(document.at(pointer), found, message, fix));
    }
}
