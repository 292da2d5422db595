package io.github.amlmaven.gate.secret;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.environment.Secret;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Gate;
import io.github.amlmaven.gate.SecretKind;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for secrets in everything that is captured: private keys, tokens, connection strings and whatever else opens a door. Files are read
 * as streams, whatever their size; memory is bounded, and so is the time for each byte. No finding has a part of a secret in it.
 */
public final class SecretScan {

    /** What has no form of its own. Where something more telling was found in the same line, it would only be told twice. */
    private static final Set<SecretKind> VAGUE = EnumSet.of(
            SecretKind.URL_CREDENTIALS,
            SecretKind.SHARED_ACCESS_SIGNATURE,
            SecretKind.CONNECTION_STRING,
            SecretKind.CREDENTIAL,
            SecretKind.DEFINITION_FIELD);

    private final FileTree tree;
    private final SecretMemory memory;

    private SecretScan(FileTree tree, SecretMemory memory) {
        this.tree = tree;
        this.memory = memory;
    }

    /**
     * A scan of a tree.
     *
     * @param tree holds the files
     * @param memory knows files that were read before, by the id of their blob
     * @return the scan
     */
    public static SecretScan of(FileTree tree, SecretMemory memory) {
        return new SecretScan(tree, memory);
    }

    /**
     * Looks at a graph: at its definitions field by field, and at each of its files byte by byte.
     *
     * @param graph a graph of this tree
     * @param files the graph's files; one whose blob is known by another way than this tree may say so
     * @return every secret that the graph's environments do not tell of themselves, in the order of the places
     * @throws IOException when a file cannot be read
     */
    public List<Finding> findings(DefinitionGraph graph, Collection<TreeEntry> files) throws IOException {
        Set<Line> told = graph.environments().values().stream()
                .map(EnvironmentSpec::secrets)
                .flatMap(List::stream)
                .map(Secret::location)
                .map(Line::of)
                .collect(Collectors.toSet());
        Set<Subject.Secret> secrets = new LinkedHashSet<>();
        for (Subject.Secret secret : secrets(files)) {
            if (!(VAGUE.contains(secret.kind())
                    && told.contains(Line.of(secret.found().location())))) {
                secrets.add(secret);
            }
        }
        secrets.stream().map(secret -> Line.of(secret.found().location())).forEach(told::add);
        for (Subject.Secret secret : DefinitionSecrets.of(graph)) {
            if (!told.contains(Line.of(secret.found().location()))) {
                secrets.add(secret);
            }
        }
        return judge(secrets);
    }

    /**
     * Reads files.
     *
     * @param entries entries of this tree; links and folders among them have no bytes of their own and are passed over
     * @return every secret, in the order of the places
     * @throws IOException when a file cannot be read
     */
    public List<Finding> findings(Collection<TreeEntry> entries) throws IOException {
        return judge(Set.copyOf(secrets(entries)));
    }

    /**
     * Looks at a text that is published without being a file, such as an address in a manifest.
     *
     * @param text the text
     * @param source the file that it comes from
     * @return every secret, as if it stood at the beginning of the file
     */
    public static List<Finding> findings(String text, TreePath source) {
        try {
            Set<Subject.Secret> secrets = new LinkedHashSet<>();
            for (Sighting sighting :
                    new StreamScan().scan(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
                secrets.add(sighting.at(Location.startOf(source)));
            }
            return judge(secrets);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private List<Subject.Secret> secrets(Collection<TreeEntry> entries) throws IOException {
        List<Subject.Secret> secrets = new FilesScan(tree, memory).scan(entries);
        memory.save();
        return secrets;
    }

    private static List<Finding> judge(Set<Subject.Secret> secrets) {
        return new Gate(SecretRules.all()).judge(secrets);
    }

    private record Line(TreePath path, int number) {
        static Line of(Location location) {
            return new Line(location.path(), location.line());
        }
    }
}
