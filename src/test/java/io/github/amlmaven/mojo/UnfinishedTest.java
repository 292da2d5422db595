package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.amlmaven.git.GitFixture;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever goal is called where a restore was killed, it goes no further; but for the one that mends it. */
class UnfinishedTest {
    private final GitFixture git;
    private final Path journal;

    UnfinishedTest(@TempDir Path folder) throws Exception {
        this.git = GitFixture.init(folder, "clone").write("pom.xml", "<project/>");
        git.commitAll();
        this.journal = git.path(".git/aml-restore");
        Files.createDirectories(journal.resolve("new"));
    }

    /** Every goal there is, of which the class of help is made by a plugin and reads nothing. */
    static List<Class<?>> goals() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.amlmaven.mojo")
                        .stream()
                        .filter(one -> one.isAnnotatedWith(Mojo.class))
                        .filter(one -> !one.getSimpleName().equals("HelpMojo"))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @Test
    void theseAreTheGoals() {
        assertThat(goals()).hasSizeGreaterThanOrEqualTo(8).contains(RestoreMojo.class, CheckMojo.class);
    }

    @ParameterizedTest
    @MethodSource("goals")
    void everyGoalRefuses(Class<?> goal) throws Exception {
        // Of the one that mends it, what changes nothing.
        AbstractMojo mojo = mojo(goal, Map.of("dryRun", true));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Run `mvn aml:restore` again: it first puts everything back.");
        assertThat(journal).exists();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aRestoreFirstPutsEverythingBackWhereverItGoes(Map<String, Object> parameters) throws Exception {
        AbstractMojo mojo = mojo(RestoreMojo.class, parameters);

        assertThatThrownBy(mojo::execute).hasMessageContaining("there is no file");
        assertThat(journal).doesNotExist();
    }

    static Stream<Map<String, Object>> places() {
        return Stream.of(
                Map.of(),
                Map.of("to", "workspace"),
                Map.of("branch", "back"),
                Map.of("directory", Path.of("elsewhere").toFile()));
    }

    private AbstractMojo mojo(Class<?> goal, Map<String, Object> parameters) throws Exception {
        Constructor<?> constructor = goal.getConstructors()[0];
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            // What a goal is made of is asked for nothing here, but for where a file is.
            if (constructor.getParameterTypes()[i] == SnapshotSource.class) {
                arguments[i] = new SnapshotSource(unasked());
            }
        }
        AbstractMojo mojo = (AbstractMojo) constructor.newInstance(arguments);
        MavenProject project = Build.project(git.top());
        set(mojo, "session", Build.session(git.top(), git.environment(), git.path("target/local"), project));
        set(mojo, "project", project);
        set(mojo, "execution", Build.execution());
        set(mojo, "definitions", List.of("*.yml"));
        set(mojo, "buildDirectory", git.path("target").toFile());
        set(mojo, "file", git.path("none.zip").toFile());
        Map<String, Object> byDefault = Map.of(
                "gate", "fail", "dataGate", "warn", "pins", "exact", "to", "tree", "signature", "none", "limit", 1);
        for (Map<String, Object> values : List.of(byDefault, parameters)) {
            for (Map.Entry<String, Object> value : values.entrySet()) {
                set(mojo, value.getKey(), value.getValue());
            }
        }
        return mojo;
    }

    private static RepositorySystem unasked() {
        return (RepositorySystem) Proxy.newProxyInstance(
                RepositorySystem.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (self, method, given) -> {
                    throw new AssertionError(method);
                });
    }

    private static void set(Object mojo, String name, Object value) throws Exception {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    field.set(mojo, value);
                }
            }
        }
    }
}
