package io.github.amlmaven.report;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Findings as the report of a test run, in the form that build servers know from JUnit and Surefire. Each rule is a test, which fails when
 * it refuses something, so that the server can tell since when; what it warns of is the test's output.
 */
public final class JUnitReport {

    /** What XML 1.0 has no way to write. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private JUnitReport() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @param findings the findings
     * @param titles what each rule finds, in a few words, by the rule's id; a finding may have a rule that is not among them
     * @param file where to; its folder is made
     * @throws IOException when it cannot be written
     */
    public static void write(List<Finding> findings, Map<String, String> titles, Path file) throws IOException {
        Map<String, List<Finding>> rules =
                findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        titles.keySet().forEach(rule -> rules.putIfAbsent(rule, List.of()));
        WholeFile.write(file, out -> write(rules, titles, out));
    }

    private static void write(Map<String, List<Finding>> rules, Map<String, String> titles, OutputStream out)
            throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "aml");
            xml.writeAttribute("tests", Integer.toString(rules.size()));
            xml.writeAttribute("failures", Long.toString(failures(rules)));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            for (Map.Entry<String, List<Finding>> rule : rules.entrySet()) {
                String title = titles.getOrDefault(rule.getKey(), rule.getKey());
                writeRule(xml, rule.getKey(), title, rule.getValue());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static long failures(Map<String, List<Finding>> rules) {
        return rules.values().stream()
                .filter(findings -> !refusals(findings).isEmpty())
                .count();
    }

    private static void writeRule(XMLStreamWriter xml, String rule, String title, List<Finding> findings)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "aml." + rule.substring(0, rule.indexOf('/')));
        xml.writeAttribute("name", rule);
        List<Finding> refusals = refusals(findings);
        if (!refusals.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("failure");
            xml.writeAttribute("type", rule);
            xml.writeAttribute("message", title + ": " + refusals.size());
            xml.writeCharacters(text(refusals));
            xml.writeEndElement();
        } else if (!findings.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(text(findings));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static List<Finding> refusals(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.REFUSE)
                .toList();
    }

    private static String text(List<Finding> findings) {
        String text = findings.stream()
                .map(finding ->
                        finding.location() + ": " + finding.found() + ": " + finding.message() + " " + finding.fix())
                .collect(Collectors.joining("\n"));
        return UNWRITABLE.matcher(text).replaceAll("\uFFFD");
    }
}
