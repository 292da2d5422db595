package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.model.InputLocation;

/**
 * Lists the extensions of Maven itself that a project brings along: those in <a
 * href="https://maven.apache.org/configure.html#mvn-extensions-xml-file">{@code .mvn/extensions.xml}</a>. They run in every build of it, and can
 * change any. What a user or an installation of Maven has as well is no part of the project.
 */
public final class CoreExtensions {
    private static final String FILE = ".mvn/extensions.xml";

    private static final Set<String> NAMES = Set.of("groupId", "artifactId", "version");

    private final TreePath file;
    private final PomTexts texts;
    private final UnaryOperator<String> values;
    private final Set<Subject> extensions = new LinkedHashSet<>();

    private CoreExtensions(TreePath file, PomTexts texts, UnaryOperator<String> values) {
        this.file = file;
        this.texts = texts;
        this.values = values;
    }

    /**
     * Lists them.
     *
     * @param reactor the build
     * @param tree the repository
     * @return the extensions, each an artifact; none where there is no such file
     * @throws IOException when it cannot be read
     */
    public static Set<Subject> of(Reactor reactor, FileTree tree) throws IOException {
        Optional<TreePath> root = reactor.root();
        Optional<TreeEntry> file = root.isPresent()
                ? tree.find(TreePath.of(root.get().isRoot() ? FILE : root.get() + "/" + FILE))
                        .filter(TreeEntry::isFile)
                : Optional.empty();
        if (file.isEmpty()) {
            return Set.of();
        }
        CoreExtensions list = new CoreExtensions(file.get().path(), new PomTexts(tree), reactor::everywhere);
        try (InputStream in = tree.open(file.get())) {
            list.read(in);
        } catch (XMLStreamException e) {
            throw new IOException(file.get().path() + " cannot be read: " + e.getMessage(), e);
        }
        return list.extensions;
    }

    private void read(InputStream in) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("extension")) {
                extension(xml);
            }
        }
    }

    private void extension(XMLStreamReader xml) throws XMLStreamException, IOException {
        Map<String, String> members = new HashMap<>();
        Optional<InputLocation> place = Optional.empty();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getLocalName();
            if (NAMES.contains(name)) {
                Location at = xml.getLocation();
                place = name.equals("version")
                        ? Optional.of(new InputLocation(at.getLineNumber(), at.getColumnNumber()))
                        : place;
                members.put(name, xml.getElementText().trim());
            } else {
                skip(xml);
            }
        }
        if (place.isPresent() && members.keySet().containsAll(NAMES)) {
            Written version = texts.token(file, place.get(), Objects.requireNonNull(members.get("version")));
            extensions.add(artifact(members, version));
        }
    }

    /** Its configuration can be anything. */
    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private Subject artifact(Map<String, String> members, Written version) {
        return new Subject.MavenArtifact(
                values.apply(members.get("groupId") + ":" + members.get("artifactId")),
                Optional.of(values.apply(Objects.requireNonNull(members.get("version")))),
                false,
                false,
                version.text(),
                version.location(),
                Optional.empty());
    }
}
