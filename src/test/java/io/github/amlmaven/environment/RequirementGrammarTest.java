package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the specifications of dependency specifiers and version specifiers. */
class RequirementGrammarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "A.B-C_D",
                "aa",
                "name",
                "name<=1",
                "name>=3",
                "name>=3,",
                "name>=3,<2",
                "name@http://foo.com",
                "name [fred,bar] @ http://foo.com ; python_version=='2.7'",
                "name[quux, strange];python_version<'2.7' and platform_version=='2'",
                "name; os_name=='a' or os_name=='b'",
                "name; os_name=='a' and os_name=='b' or os_name=='c'",
                "name; os_name=='a' and (os_name=='b' or os_name=='c')",
                "name; (os_name=='a' or os_name=='b') and os_name=='c'",
                "requests [security,tests] >= 2.8.1, == 2.8.* ; python_version < \"2.7\"",
                "pip @ https://github.com/pypa/pip/archive/1.3.1.zip#sha1=da9234ee9982d4bbb3c72346a6de940a148ea686",
                "name (==1.0)",
                "name()",
                "name[]",
                "name ; 'linux' in sys_platform",
                "name ; python_version not in '2.6 2.7'",
                "name ; extra == 'test'",
                "name == 1.0.post1.dev2+local.7",
                "name ~= 2.2",
                "name === whatever-it-is",
                "name == v1!2.0RC1",
                "name == 1.0-1"
            })
    void takesWhatTheSpecificationsAllow(String text) throws Exception {
        assertThat(RequirementGrammar.requirement(text).name()).isEqualTo(text.split("[^A-Za-z0-9._-]", 2)[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    name=1.0                   | Expected a version specifier such as '==1.2.3' at character 5
                    name==                     | Expected a version specifier such as '==1.2.3' at character 5
                    name 1.0                   | Expected a version specifier such as '==1.2.3' at character 6
                    -name                      | Expected a package name at character 1
                    name[a                     | Expected ']' at character 7
                    name[a,]                   | Expected the name of an extra at character 8
                    name (==1.0                | Expected ')' at character 12
                    name @                     | Expected a URL after '@' at character 7
                    name ~=1                   | Expected a version specifier such as '==1.2.3' at character 6
                    name >=1.*                 | Expected ',' or the end at character 9
                    name ==1.0.*.1             | Expected ',' or the end at character 13
                    name ==1.0.dev1.*          | Expected ',' or the end at character 16
                    name >=1 <2                | Expected ',' or the end at character 10
                    name >=1+local             | Expected ',' or the end at character 9
                    name ; python_version      | Expected a comparison such as '==' at character 22
                    name ; nonsense == '1'     | Expected a marker variable or a quoted text at character 8
                    name ; (os_name == 'a'     | Expected ')' at character 23
                    name ; os_name == 'a       | Expected a marker variable or a quoted text at character 19
                    name @ https://x;os_name=='a' | ok
                    """)
    void saysWhereItDoesNotUnderstand(String text, String reason) throws Exception {
        if (reason.equals("ok")) {
            assertThat(RequirementGrammar.requirement(text).url()).contains("https://x;os_name=='a'");
            return;
        }
        assertThatExceptionOfType(GrammarException.class)
                .isThrownBy(() -> RequirementGrammar.requirement(text))
                .withMessage(reason);
    }

    @Test
    void takesARequirementApart() throws Exception {
        Requirement requirement = RequirementGrammar.requirement(
                "Requests [security, tests] >= 2.8.1, == 2.8.* ; python_version < '2.7'");
        assertThat(requirement.name()).isEqualTo("Requests");
        assertThat(requirement.extras()).containsExactly("security", "tests");
        assertThat(requirement.specifiers())
                .containsExactly(new VersionSpecifier(">=", "2.8.1"), new VersionSpecifier("==", "2.8.*"));
        assertThat(requirement.marker()).contains("python_version < '2.7'");
        assertThat(requirement.url()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "==1.0, true",
        "===1.0, true",
        "===, false",
        "==1.*, false",
        "~=1.0, false",
        ">=1.0, false",
        "!=1.0, false",
        "==1!1.0.post1+l, true"
    })
    void knowsWhichSpecifiersAreExact(String text, boolean exact) throws Exception {
        assertThat(RequirementGrammar.requirement("a" + text)
                        .specifiers()
                        .get(0)
                        .isExact())
                .isEqualTo(exact);
    }

    @Test
    void anArbitraryVersionEndsAtTheComma() throws Exception {
        assertThat(RequirementGrammar.requirement("name===1.0,<2").specifiers())
                .containsExactly(new VersionSpecifier("===", "1.0"), new VersionSpecifier("<", "2"));
    }

    @Test
    void refusesAMarkerThatIsNestedWithoutEnd() {
        assertThatExceptionOfType(GrammarException.class)
                .isThrownBy(() -> RequirementGrammar.requirement("name;" + "(".repeat(100_000)))
                .withMessage("The marker is nested too deeply");
    }

    @Test
    void readsALongTextInLinearTime() {
        assertThatExceptionOfType(GrammarException.class)
                .isThrownBy(() -> RequirementGrammar.requirement("a-".repeat(200_000)));
        assertThatExceptionOfType(GrammarException.class)
                .isThrownBy(() -> RequirementGrammar.requirement("a==" + "1.".repeat(200_000)));
    }
}
