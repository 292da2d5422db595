package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNamesTest {

    private static AssetId environment(String path, String place) {
        return new AssetId(AssetKind.ENVIRONMENT, TreePath.of(path), place);
    }

    private static String name(AssetId asset) {
        return EntryNames.of(List.of(asset)).values().iterator().next();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/env.yml | '' | environments/a/env.yml.json",
                "a/p.yml | jobs/train/environment | environments/a/p.yml#jobs/train/environment.json",
                "p.yml | jobs/../../x | environments/p.yml#jobs/.%2E/.%2E/x.json",
                "p.yml | jobs/./x | environments/p.yml#jobs/%2E/x.json",
                "p.yml | jobs//x | environments/p.yml#jobs/%/x.json",
                "p.yml | 'a:b\\c*d%e ' | environments/p.yml#a%3Ab%5Cc%2Ad%25e%20.json",
                "p.yml | schön/训练 | environments/p.yml#schön/训练.json"
            })
    void isTheSourceAsAFileThatEveryDiskHasPlaceFor(String path, String place, String name) {
        assertThat(name(environment(path, place))).isEqualTo(name);
    }

    @Test
    void namesThatDifferOnlyByCaseAreToldApart() {
        AssetId upper = environment("p.yml", "jobs/Train");
        AssetId lower = environment("p.yml", "jobs/train");
        assertThat(EntryNames.of(List.of(lower, upper)))
                .containsEntry(upper, "environments/p.yml#jobs/Train.json")
                .containsEntry(lower, "environments/p.yml#jobs/train~2.json");
    }

    @Test
    void noNameIsLongerThanADiskHasRoomFor() {
        AssetId path = environment("a/" + "ü".repeat(125) + ".yml", "");
        AssetId place = environment("p.yml", "k".repeat(300) + "/" + "l".repeat(300));
        AssetId other = environment("p.yml", "k".repeat(300) + "/" + "l".repeat(301));
        assertThat(EntryNames.of(List.of(path, place, other)).values())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(Arrays.stream(name.split("/"))
                                .mapToInt(part -> part.getBytes(StandardCharsets.UTF_8).length))
                        .allMatch(length -> length <= 255));
    }
}
