package io.github.amlmaven.restore;

import io.github.amlmaven.git.BranchWriter;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.snapshot.Flaw;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.snapshot.SnapshotVerifier;
import io.github.amlmaven.snapshot.Snapshots;
import io.github.amlmaven.snapshot.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Restores as the goal does. */
final class Restores {
    private Restores() {}

    static SealedSnapshot open(Path zip) throws IOException {
        Verification<SealedSnapshot> opened = SnapshotVerifier.open(zip);
        if (opened instanceof Verification.Refused<SealedSnapshot> refused) {
            throw new AssertionError(refused.flaws().toString());
        }
        return ((Verification.Sound<SealedSnapshot>) opened).value();
    }

    static List<Flaw> inPlace(GitFixture git, Path zip) throws Exception {
        return inPlace(FileActions.DISK, git.top(), git.environment(), zip);
    }

    static List<Flaw> inPlace(FileActions actions, Path top, Map<String, String> environment, Path zip)
            throws Exception {
        try (GitRepository repository = GitRepository.open(top, environment);
                SealedSnapshot snapshot = open(zip)) {
            UnfinishedRestore.undo(actions, repository.gitDir(), repository.workTree());
            Changes changes = Changes.between(snapshot, repository.head());
            return InPlaceRestore.of(actions, repository, snapshot, changes).run(snapshot, Snapshots.SILENT);
        }
    }

    static String branch(GitFixture git, Path zip, String name) throws Exception {
        try (GitRepository repository = git.open();
                SealedSnapshot snapshot = open(zip);
                BranchWriter writer = repository.branch(name, git.environment())) {
            Changes changes = Changes.between(snapshot, repository.head());
            BranchRestore.Outcome outcome = BranchRestore.run(repository, writer, snapshot, changes, Snapshots.SILENT);
            if (!outcome.flaws().isEmpty()) {
                throw new AssertionError(outcome.flaws().toString());
            }
            return outcome.commit();
        }
    }

    /** Every file, link and folder of a folder, git's own aside: what it is and what is in it. */
    static SortedMap<String, String> content(Path folder) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                if (at.getFileName().toString().equals(".git")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                content.put(folder.relativize(at) + "/", "");
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String text = Files.isSymbolicLink(file)
                        ? "-> " + Files.readSymbolicLink(file)
                        : (Files.isExecutable(file) ? "x " : "") + Files.readString(file, StandardCharsets.UTF_8);
                content.put(folder.relativize(file).toString(), text);
                return FileVisitResult.CONTINUE;
            }
        });
        return content;
    }

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
