package io.github.amlmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the rooms of the house apart. */
class HouseTest {
    private static final String HOUSE = "io.github.amlmaven";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    @Test
    void aRoomSeesOnlyTheRoomsBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("tree")
                .definedBy(HOUSE + ".tree..")
                .layer("document")
                .definedBy(HOUSE + ".document..")
                .layer("environment")
                .definedBy(HOUSE + ".environment..")
                .layer("code")
                .definedBy(HOUSE + ".code..")
                .layer("git")
                .definedBy(HOUSE + ".git..")
                .layer("definition")
                .definedBy(HOUSE + ".definition..")
                .layer("gate")
                .definedBy(HOUSE + ".gate..")
                .layer("snapshot")
                .definedBy(HOUSE + ".snapshot..")
                .layer("workspace")
                .definedBy(HOUSE + ".workspace..")
                .layer("publish")
                .definedBy(HOUSE + ".publish..")
                .layer("repository")
                .definedBy(HOUSE + ".repository..")
                .layer("restore")
                .definedBy(HOUSE + ".restore..")
                .layer("signature")
                .definedBy(HOUSE + ".signature..")
                .layer("report")
                .definedBy(HOUSE + ".report..")
                .layer("mojo")
                .definedBy(HOUSE + ".mojo..")
                .whereLayer("document")
                .mayOnlyBeAccessedByLayers(
                        "environment", "definition", "gate", "snapshot", "workspace", "publish", "report", "mojo")
                .whereLayer("environment")
                .mayOnlyBeAccessedByLayers("definition", "gate", "snapshot")
                .whereLayer("code")
                .mayOnlyBeAccessedByLayers("definition", "gate", "snapshot", "publish", "report")
                .whereLayer("git")
                .mayOnlyBeAccessedByLayers("gate", "restore", "mojo")
                .whereLayer("definition")
                .mayOnlyBeAccessedByLayers("gate", "snapshot", "repository", "workspace", "publish", "report", "mojo")
                .whereLayer("gate")
                .mayOnlyBeAccessedByLayers("report", "mojo")
                .whereLayer("snapshot")
                .mayOnlyBeAccessedByLayers("repository", "publish", "restore", "report", "mojo")
                .whereLayer("repository")
                .mayOnlyBeAccessedByLayers("report", "mojo")
                .whereLayer("workspace")
                .mayOnlyBeAccessedByLayers("publish", "report", "mojo")
                .whereLayer("publish")
                .mayOnlyBeAccessedByLayers("report", "mojo")
                .whereLayer("restore")
                .mayOnlyBeAccessedByLayers("mojo")
                .whereLayer("signature")
                .mayOnlyBeAccessedByLayers("mojo")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("mojo")
                .whereLayer("mojo")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void noRoomCallsBackIntoTheOneBeforeIt() {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyOneRoomKnowsEachOfTheOutsideWorlds() {
        only("git", "org.eclipse.jgit..").check(CLASSES);
        only("mojo", "org.apache.maven..").check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + ".mojo..", HOUSE + ".repository..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.aether..")
                .check(CLASSES);
        only("document", "org.yaml..").check(CLASSES);
        only("workspace.azure", "com.azure..").check(CLASSES);
        only("signature", "org.bouncycastle..").check(CLASSES);
        only("signature", "dev.sigstore..").check(CLASSES);
    }

    private static ArchRule only(String room, String world) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(world);
    }

    @Test
    void nothingKeepsStateBetweenBuildsOrReadsTheMachineBehindMavensBack() {
        ArchRuleDefinition.fields().that().areStatic().should().beFinal().check(CLASSES);
        noClasses()
                .should()
                .callMethod(System.class, "getProperty", String.class)
                .check(CLASSES);
        noClasses()
                .should()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .check(CLASSES);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void noClassIsLeftOpenForAnyoneToExtend() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .resideOutsideOfPackage(HOUSE + ".mojo..")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .orShould()
                .beEnums()
                .check(CLASSES);
    }

    @Test
    void everyRoomSaysWhatLivesThere() throws Exception {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> rooms = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(rooms).isNotEmpty().allSatisfy(room -> assertThat(room.resolve("package-info.java"))
                    .content()
                    .contains("@NullMarked")
                    .contains("{@link"));
        }
    }
}
