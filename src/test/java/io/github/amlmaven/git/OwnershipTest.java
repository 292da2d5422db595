package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule itself, seen by users of any number, so that it needs no root. */
class OwnershipTest {
    private final Path top;
    private final Layout layout;

    OwnershipTest(@TempDir Path folder) throws Exception {
        this.top = folder.toRealPath();
        this.layout = Layout.of(Files.createDirectory(top.resolve(".git")), top);
    }

    @Test
    void trustsTheOwner() throws Exception {
        assertThatCode(() -> new Ownership(owner()).check(layout, listed(), Map.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnybodyElse() throws Exception {
        UnusableRepositoryException refusal = catchThrowableOfType(
                UnusableRepositoryException.class, () -> new Ownership(owner() + 1).check(layout, listed(), Map.of()));

        assertThat(refusal).returns(Reason.FOREIGN_OWNER, UnusableRepositoryException::reason);
    }

    @Test
    void trustsAListedRepository() {
        assertThatCode(() -> new Ownership(owner() + 1).check(layout, listed(top.toString()), Map.of()))
                .doesNotThrowAnyException();
    }

    private int owner() throws Exception {
        return (int) Files.getAttribute(top, "unix:uid");
    }

    private static GitConfig listed(String... folders) {
        return GitConfig.of(
                List.of(folders).stream()
                        .map(folder -> Map.entry("safe.directory", folder))
                        .toList(),
                Optional.empty());
    }
}
