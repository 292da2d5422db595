package io.github.amlmaven.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.tree.TreePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencePathTest {

    @Test
    void noFileHasTheSourceOfAPlaceInAnotherFile() {
        assertThat(asset("a.yml", "jobs/x").source()).isEqualTo("a.yml#jobs/x");
        assertThat(asset("a.yml#jobs/x", "").source()).isEqualTo("a.yml%23jobs/x");
        assertThat(asset("a.yml%23jobs/x", "").source()).isEqualTo("a.yml%2523jobs/x");
        assertThat(asset("a.yml", "jobs/c#/x").source()).isEqualTo("a.yml#jobs/c#/x");
    }

    @Test
    void noCodeHasTheSourceOfCodeWithAnInclude() {
        assertThat(code("src", "b").source()).isEqualTo("src+b");
        assertThat(code("src+b").source()).isEqualTo("src%2Bb");
        assertThat(code("src", "b", "c").source())
                .isNotEqualTo(code("src", "b+c").source());
    }

    private static AssetId asset(String path, String place) {
        return new AssetId(AssetKind.ENVIRONMENT, TreePath.of(path), place);
    }

    private static CodeId code(String path, String... includes) {
        return new CodeId(
                TreePath.of(path), List.of(includes).stream().map(TreePath::of).toList(), CodeUse.COMPONENT);
    }
}
