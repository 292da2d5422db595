package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of conda's documentation of package match specifications. */
class MatchSpecGrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            emptyValue = "",
            textBlock =
                    """
                    numpy                              ; numpy ; -               ; -        ; -
                    numpy=1.11                         ; numpy ; 1.11.*          ; -        ; -
                    numpy==1.11                        ; numpy ; 1.11            ; -        ; -
                    numpy=                             ; numpy ; -               ; -        ; -
                    numpy=1.11.*                       ; numpy ; 1.11.*          ; -        ; -
                    numpy=1.11*                        ; numpy ; 1.11*           ; -        ; -
                    numpy>=1.8                         ; numpy ; >=1.8           ; -        ; -
                    numpy>=1.8,<2                      ; numpy ; >=1.8,<2        ; -        ; -
                    numpy >=1.8,<2|1.9                 ; numpy ; >=1.8,<2|1.9    ; -        ; -
                    numpy=1.11.2=*nomkl*               ; numpy ; 1.11.2          ; *nomkl*  ; -
                    numpy=1.11.1|1.11.3                ; numpy ; =1.11.1|1.11.3  ; -        ; -
                    numpy=1.11.1|1.11.3=py36_0         ; numpy ; =1.11.1|1.11.3  ; py36_0   ; -
                    numpy 1.8*                         ; numpy ; 1.8*            ; -        ; -
                    numpy 1.8.1                        ; numpy ; 1.8.1           ; -        ; -
                    numpy 1.8.1 py27_0                 ; numpy ; 1.8.1           ; py27_0   ; -
                    numpy=1.8.1=py27_0                 ; numpy ; 1.8.1           ; py27_0   ; -
                    numpy==1.8.1=py27_0                ; numpy ; 1.8.1           ; py27_0   ; -
                    numpy ==1.8.1                      ; numpy ; 1.8.1           ; -        ; -
                    numpy >= 1.8 , < 2                 ; numpy ; >=1.8,<2        ; -        ; -
                    conda-forge::numpy                 ; numpy ; -               ; -        ; conda-forge
                    conda-forge/linux-64::numpy=1.2    ; numpy ; 1.2.*           ; -        ; conda-forge/linux-64
                    conda-forge:ns:numpy               ; numpy ; -               ; -        ; conda-forge
                    numpy[version='1.8.1']             ; numpy ; 1.8.1           ; -        ; -
                    numpy[version='>=1.8,<2', build=b] ; numpy ; >=1.8,<2        ; b        ; -
                    numpy[channel=c,subdir=noarch]     ; numpy ; -               ; -        ; c/noarch
                    numpy=1.2[version='1.3.0']         ; numpy ; 1.3.0           ; -        ; -
                    numpy # why                        ; numpy ; -               ; -        ; -
                    numpy~=1.8                         ; numpy ; ~=1.8           ; -        ; -
                    conda-*::numpy                     ; numpy ; -               ; -        ; conda-*
                    """)
    void understandsASpecificationAsCondaDoes(String text, String name, String version, String build, String channel)
            throws Exception {
        MatchSpec spec = MatchSpecGrammar.read(text);
        assertThat(spec.name()).isEqualTo(name);
        assertThat(spec.version().orElse("-")).isEqualTo(version);
        assertThat(spec.build().orElse("-")).isEqualTo(build);
        assertThat(spec.channel().orElse("-")).isEqualTo(channel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy==1.11",
                "numpy=1.11=py36_0",
                "numpy 1.11.2",
                "numpy[version=1.2]",
                "numpy[md5=0123]",
                "https://conda.anaconda.org/conda-forge/linux-64/numpy-1.11.2-py36_0.tar.bz2",
                "numpy==1!2.0_alpha",
                // Conda passes over what is no condition.
                "numpy[extra]==1.2",
                "numpy=1.0=b[version='==1.2']"
            })
    void knowsWhatIsExact(String text) throws Exception {
        assertThat(MatchSpecGrammar.read(text).isExact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy",
                "numpy=1.11",
                "numpy=1.11.2",
                "numpy=1.11.*",
                "numpy==1.*",
                "numpy 1.8*",
                "numpy>=1",
                "numpy 1.8|1.9",
                "numpy!=1",
                "numpy[extra]",
                "numpy[]",
                "numpy==1.2|==1.3",
                "numpy 1.1[version=1.2.*]"
            })
    void knowsWhatIsNotExact(String text) throws Exception {
        assertThat(MatchSpecGrammar.read(text).isExact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"numpy=1.11, 1.11", "numpy=1.11.2, 1.11.2", "numpy 1.8*, 1.8", "numpy=1.8.*, 1.8"})
    void knowsThePrefixThatIsAskedFor(String text, String prefix) throws Exception {
        assertThat(MatchSpecGrammar.read(text).prefix()).contains(prefix);
    }

    @Test
    void takesAPackageFileApart() throws Exception {
        MatchSpec spec = MatchSpecGrammar.read("https://c/linux-64/scikit-learn-1.0.2-py38_0.conda");
        assertThat(spec.name()).isEqualTo("scikit-learn");
        assertThat(spec.version()).contains("1.0.2");
        assertThat(spec.build()).contains("py38_0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    numpy==        ; Expected a version after the operator
                    numpy>=        ; Expected a version after the operator
                    =1.0           ; Expected the name of a package
                    $name          ; Expected the name of a package
                    numpy[a=]      ; Expected key=value in brackets
                    numpy[a=b]     ; Expected key=value in brackets
                    numpy=[a][b]1  ; Expected one pair of brackets
                    numpy=><1      ; '><1*' is no condition on a version
                    numpy==1..2    ; '1..2' is no condition on a version
                    numpy==1.2-a_b ; '1.2-a_b' is no condition on a version
                    numpy~=1.2.*   ; '~=1.2.*' is no condition on a version
                    numpy>=1,      ; '>=1,' is no condition on a version
                    numpy=1!2!3=b  ; '1!2!3' is no condition on a version
                    (*::numpy      ; Expected the name or the address of a channel
                    *)::numpy      ; Expected the name or the address of a channel
                    """)
    void saysWhatItDoesNotUnderstand(String row) {
        String[] columns = row.split(" *; ", 2);
        assertThatExceptionOfType(GrammarException.class)
                .isThrownBy(() -> MatchSpecGrammar.read(columns[0]))
                .withMessage(columns[1]);
    }

    @Test
    void refusesATextWithoutEnd() {
        assertThatExceptionOfType(GrammarException.class).isThrownBy(() -> MatchSpecGrammar.read("a=".repeat(100_000)));
        assertThatExceptionOfType(GrammarException.class)
                .isThrownBy(() -> MatchSpecGrammar.read("(".repeat(100_000) + "*::numpy"));
        assertThatExceptionOfType(GrammarException.class)
                .isThrownBy(() -> MatchSpecGrammar.read("numpy=^" + "(".repeat(100_000) + "$"));
    }
}
