package io.github.amlmaven.code;

import io.github.amlmaven.code.CodeListing.CodeProblem;
import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.tree.CodePointOrder;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects a {@link CodeListing}. */
final class Upload {
    private final Map<String, Taken> files = new LinkedHashMap<>();
    private final List<TreeEntry> consulted = new ArrayList<>();
    private final List<CodeProblem> problems = new ArrayList<>();

    /** A file, and the links that led to it. */
    private record Taken(TreeEntry file, List<TreeEntry> links) {}

    /** Takes a file, and the links that led to it; a file that has its name already is replaced. */
    void take(String name, TreeEntry file, List<TreeEntry> links) {
        files.put(name, new Taken(file, links));
    }

    /** Gives back every file whose name is so. */
    void giveBack(Predicate<String> name) {
        files.keySet().removeIf(name);
    }

    Optional<TreeEntry> find(String name) {
        return Optional.ofNullable(files.get(name)).map(Taken::file);
    }

    /** The files whose name is also that of a folder. */
    List<TreeEntry> shadows() {
        Set<String> folders = new HashSet<>();
        for (String name : files.keySet()) {
            int slash = name.lastIndexOf('/');
            while (slash > 0 && folders.add(name.substring(0, slash))) {
                slash = name.lastIndexOf('/', slash - 1);
            }
        }
        List<TreeEntry> shadows = new ArrayList<>();
        files.keySet().stream().filter(folders::contains).sorted().forEach(name -> find(name)
                .ifPresent(shadows::add));
        return shadows;
    }

    /** Notes something that the listing depends on, whether it is uploaded or not. */
    void consult(TreeEntry entry) {
        consulted.add(entry);
    }

    void problem(String id, TreeEntry entry, String message, String fix) {
        problems.add(new CodeProblem(id, entry, message, fix));
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Whether any of the files is in a folder. */
    boolean holdsAnyOf(TreePath folder) {
        return files.values().stream().anyMatch(taken -> taken.file().path().isIn(folder));
    }

    CodeListing listing() {
        List<TreeEntry> captured = new ArrayList<>(consulted);
        List<UploadedFile> uploaded = new ArrayList<>(files.size());
        files.forEach((name, taken) -> {
            uploaded.add(new UploadedFile(name, taken.file()));
            captured.add(taken.file());
            captured.addAll(taken.links());
        });
        uploaded.sort((a, b) -> CodePointOrder.INSTANCE.compare(a.name(), b.name()));
        captured.sort((a, b) -> a.path().compareTo(b.path()));
        return new CodeListing(uploaded, once(captured), problems);
    }

    /** Sorted paths, each once. */
    private static List<TreeEntry> once(List<TreeEntry> sorted) {
        List<TreeEntry> once = new ArrayList<>(sorted.size());
        @Nullable TreePath last = null;
        for (TreeEntry entry : sorted) {
            if (!entry.path().equals(last)) {
                once.add(entry);
            }
            last = entry.path();
        }
        return once;
    }
}
