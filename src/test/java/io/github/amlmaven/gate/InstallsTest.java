package io.github.amlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What jobs and Dockerfiles install is found in the file that says it, however the command leads there. */
class InstallsTest {
    private static final String JOB = "type: command\nenvironment: azureml:e:1\n";

    private final MemoryTree tree = new MemoryTree();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code: src\ncommand: pip install -r more/r.txt\n",
                "code: {local_path: src}\ncommand: pip install -r more/r.txt\n",
                "code: src\ncommand: cd more && pip install -r r.txt\n",
                "code: src\ncommand: pushd empty && popd && cd ./more; pip install -r ../more/r.txt\n",
                "code: src\ncommand: bash setup.sh\n",
                "code: src\ncommand: bash -e ./more/../setup.sh --flag\n",
                "code: src\ncommand: cd more && . ../enter.sh && pip install -r more/r.txt\n",
                "code: src\ncommand: chmod +x setup.sh && ./setup.sh\n",
                "code: src\ncommand: python x.py\nenvironment_variables: {PIP_REQUIREMENT: more/r.txt}\n",
            })
    void aListInTheCodeIsJudgedWhereItStands(String job) throws Exception {
        tree.file("job.yml", JOB + job)
                .file("src/setup.sh", "#!/bin/bash\npip install --no-cache-dir \\\n  -r more/r.txt\n")
                .file("src/enter.sh", "cd ..\n")
                .file("src/empty/x.py", "")
                .file("src/more/r.txt", "# tools\nnumpy==1.26.4\npandas\n");
        assertThat(findings("job.yml")).containsExactly("pip/no-version src/more/r.txt:3:1 pandas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ARG V=2.1.0\nRUN pip install torch==${V} torch-extra[a]==$V",
                "ARG V\nRUN pip install torch==$V",
                "ENV V 2.1.0\nRUN pip install torch==${V}",
                "ENV V=2.1.0\nARG V=3\nRUN ls && pip install \"torch==${V}\"",
                "ARG A=1\nARG V=2.$A\nRUN conda install python==3.10.1 numpy==${V}.0",
                "ARG V=1.2-3\nRUN apt-get install -y curl=$V"
            })
    void aVersionOfTheStageIsAVersion(String rest) throws Exception {
        assertThat(dockerfile(rest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN pip install torch==${V}",
                "ARG V\nARG V=$UNKNOWN\nRUN pip install torch==$V",
                "ARG V=2.1.0\nRUN V=$(newest) && pip install torch==$V",
                "ARG V=2.1.0\nRUN read V < f; pip install torch==$V",
                "ARG V=2.*\nRUN pip install torch==$V",
                "ARG V=2.1.0\nRUN pip install torch>=$V",
                "ARG V=2.1.0\nFROM scratch\nRUN pip install torch==$V",
                "ARG V=\"2\nRUN pip install torch==$V",
                "ENV V=2.1.0\nENV V=$UNKNOWN\nRUN pip install torch==$V"
            })
    void whatIsNoVersionOfTheStageFloats(String rest) throws Exception {
        assertThat(dockerfile(rest))
                .singleElement()
                .asString()
                .startsWith("run/pip-install c/Dockerfile:")
                .doesNotContain("2.1.0");
    }

    private List<String> dockerfile(String rest) throws Exception {
        tree.file("e.yml", "name: e\nversion: 1\nbuild: {path: c}\n")
                .file("c/Dockerfile", "ARG V=2.1.0\nFROM scratch\n" + rest + "\n");
        return findings("e.yml");
    }

    @Test
    void aListThatIsIncludedIsInTheRootOfTheCode() throws Exception {
        tree.file(
                        "c/train.yml",
                        """
                        name: c
                        version: 1
                        type: command
                        environment: azureml:e:1
                        code: src
                        additional_includes: [../lists]
                        command: pip install -r lists/r.txt
                        """)
                .file("c/src/a.py", "")
                .file("lists/r.txt", "pandas\n");
        assertThat(findings("c/train.yml")).containsExactly("pip/no-version lists/r.txt:1:1 pandas");
    }

    @Test
    void scriptsThatCallOneAnotherExhaustNothing() throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: bash 0.sh\n");
        for (int i = 0; i < 20_000; i++) {
            tree.file("src/" + i + ".sh", "pip install numpy==1.26." + i + "\nbash " + (i + 1) + ".sh\n");
        }
        tree.file("src/9.sh", "bash 0.sh\npip install pandas\nbash 10.sh\n");
        assertThat(findings("job.yml")).containsExactly("run/pip-install src/9.sh:2:13 pandas");
    }

    @Test
    void aScriptThatChangesItsFolderForeverExhaustsNothing() throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: bash run.sh; bash next.sh\n")
                .file("src/run.sh", "cd a/..\n".repeat(30_000) + "pip install -r r.txt\n")
                .file("src/next.sh", "pip install pandas\n")
                .file("src/r.txt", "numpy==1.26.4\n");
        assertThat(findings("job.yml"))
                .containsExactly(
                        "run/pip-install src/next.sh:1:13 pandas", "run/pip-install src/run.sh:30001:13 -r r.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd $HOME && pip install -r r.txt",
                "cd ~ && pip install -r r.txt",
                "cd - ; pip install -r r.txt",
                "cd /tmp && pip install -r r.txt",
                "popd; pip install -r r.txt",
                "cd other && pip install -r r.txt",
                "cd $(pwd | cat) && pip install -r r.txt",
            })
    void aListOfAnotherFolderIsNotTakenForIt(String command) throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: " + command + "\n").file("src/r.txt", "pandas\n");
        assertThat(findings("job.yml"))
                .singleElement()
                .asString()
                .startsWith("run/pip-install job.yml:4:")
                .endsWith("-r r.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(cd more && ls); pip install -r r.txt",
                "( cd more\n cd ..\n ls\n)\npip install -r r.txt",
                "((cd more; ls); ls); pip install -r r.txt",
                "x=$(cd more && pwd); pip install -r r.txt",
                "x=`cd more && pwd`; pip install -r r.txt",
                "diff <(cd more; ls) a; pip install -r r.txt",
                "cd more | cat; pip install -r r.txt",
                "ls |\n cd more\npip install -r r.txt",
                "{ cd more; ls; } | tee a; pip install -r r.txt",
                "{ cd more; ls; } 2>&1 | tee a; pip install -r r.txt",
                "ls | while read a; do cd more; done; pip install -r r.txt",
                "if true; then cd more; ls; fi | cat; pip install -r r.txt",
                "for a in 1; do cd more; done | cat; pip install -r r.txt",
                "ls | case $a in x) cd more ;; esac; pip install -r r.txt",
                "(case $a in x) cd more ;; esac); pip install -r r.txt",
                "cd more && ls & pip install -r r.txt",
                "bash -c 'cd more && ls'; pip install -r r.txt",
                "(cd more; (pip install -r ../r.txt)); ls",
                "cd more; { cd ..; } && (pip install -r r.txt)",
                "cd more &> log; cd .. ; pip install -r r.txt",
                "pushd more; (popd; ls); popd; pip install -r r.txt",
                "case $a in x) cd more; cd .. ;; esac; pip install -r r.txt",
                "(if true; then cd more); pip install -r r.txt",
            })
    void aFolderIsLeftWithTheSubshellThatEnteredIt(String command) throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: bash run.sh\n")
                .file("src/run.sh", command)
                .file("src/more/x.py", "")
                .file("src/r.txt", "pandas\n");
        assertThat(findings("job.yml")).containsExactly("pip/no-version src/r.txt:1:1 pandas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(cd more && pip install -r r.txt)",
                "{ cd more; }; pip install -r r.txt",
                "if cd more; then pip install -r r.txt; fi",
                "for a in 1; do cd more; done; pip install -r r.txt",
                "cd more; ls | (pip install -r r.txt)",
                "cd more && { pip install -r r.txt; } | tee log",
                "cd more; pip install -r r.txt | tee log",
                "cd more & wait; cd more || ls && pip install -r r.txt",
                "cd more &> log; pip install -r r.txt",
            })
    void aFolderThatIsEnteredInTheSameShellCounts(String command) throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: bash run.sh\n")
                .file("src/run.sh", command)
                .file("src/r.txt", "numpy==1.26.4\n")
                .file("src/more/r.txt", "pandas\n");
        assertThat(findings("job.yml")).containsExactly("pip/no-version src/more/r.txt:1:1 pandas");
    }

    @Test
    void subshellsInOneAnotherExhaustNothing() throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: bash run.sh; bash next.sh\n")
                .file("src/run.sh", "pushd a; (".repeat(20_000) + "pip install -r r.txt" + ")".repeat(20_000))
                .file("src/next.sh", "if a; then { ".repeat(10_000) + "a) ".repeat(10_000) + "\npip install pandas\n");
        assertThat(findings("job.yml"))
                .containsExactly(
                        "run/pip-install src/next.sh:2:13 pandas", "run/pip-install src/run.sh:1:200013 -r r.txt");
    }

    @Test
    void aListThatTheIgnoreFileLeavesOutIsNotThere() throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: pip install -r r.txt\n")
                .file("src/.amlignore", "r.txt\n")
                .file("src/r.txt", "pandas\n")
                .file("src/a.py", "");
        assertThat(findings("job.yml")).containsExactly("run/pip-install job.yml:4:22 -r r.txt");
    }

    @Test
    void scriptsThatCallEachOtherAreReadOnce() throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: sh a.sh\n")
                .file("src/a.sh", "pip install pandas\nsh b.sh\n")
                .file("src/b.sh", "apt-get update\nsh a.sh\napt-get install -y git\n");
        assertThat(findings("job.yml"))
                .containsExactly("run/pip-install src/a.sh:1:13 pandas", "run/system-package src/b.sh:3:20 git");
    }

    @Test
    void aScriptOfTheBuildContextIsReadWhereItIsCopied() throws Exception {
        tree.file("e.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                .file(
                        "context/Dockerfile",
                        "FROM i@sha256:" + "0".repeat(64) + "\nCOPY tools/ /tmp/\nRUN bash /tmp/install.sh\n")
                .file("context/tools/install.sh", "pip install pandas\n");
        assertThat(findings("e.yml")).containsExactly("run/pip-install context/tools/install.sh:1:13 pandas");
    }

    @Test
    void whatAProgramReadsIsNoCommandUnlessItIsAShell() throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: sh a.sh\n")
                .file(
                        "src/a.sh",
                        """
                        cat > README <<'END'
                        pip install pandas
                        END
                        bash <<-END
                          pip install numpy
                        \tEND
                        cat <<< END
                        pip install scipy
                        """);
        assertThat(findings("job.yml"))
                .containsExactly("run/pip-install src/a.sh:5:15 numpy", "run/pip-install src/a.sh:8:13 scipy");
    }

    @Test
    void anInstallerWithItsPayloadIsNoScript() throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: sh a.sh\n").file("src/a.sh", "\0\npip install pandas\n");
        assertThat(findings("job.yml")).isEmpty();
    }

    @Test
    void variablesAreFoundAtTheirTokens() throws Exception {
        tree.file(
                        "job.yml",
                        JOB
                                + "command: |\n  export PIP_EXTRA_INDEX_URL=https://a/simple\n  PIP_PRE=1 pip install a==1\n"
                                + "environment_variables:\n  PIP_FIND_LINKS: 'https://a https://b'\n  PIP_PRE: 1\n"
                                + "  UV_PRERELEASE: allow\n  UV_FIND_LINKS: https://c,https://d\n")
                .file("e.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                .file(
                        "context/Dockerfile",
                        "FROM i@sha256:" + "0".repeat(64)
                                + "\nENV A=1 \\\n  PIP_PRE=\"on\"\nENV PIP_CONSTRAINT c.txt\n");
        assertThat(findings("job.yml"))
                .containsExactly(
                        "pip/extra-index-url job.yml:4:10 PIP_EXTRA_INDEX_URL=https://a/simple",
                        "pip/pre job.yml:5:3 PIP_PRE=1",
                        "pip/find-links job.yml:7:20 https://a https://b",
                        "pip/pre job.yml:8:3 PIP_PRE",
                        "pip/pre job.yml:9:18 allow",
                        "pip/find-links job.yml:10:18 https://c,https://d");
        assertThat(findings("e.yml"))
                .containsExactly(
                        "pip/pre context/Dockerfile:3:3 PIP_PRE=on",
                        "run/pip-install context/Dockerfile:4:5 PIP_CONSTRAINT c.txt");
    }

    @Test
    void aConstraintsFileThatAVariableNamesPins() throws Exception {
        tree.file("e.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                .file(
                        "context/Dockerfile",
                        "FROM i@sha256:" + "0".repeat(64)
                                + "\nENV PIP_CONSTRAINT=/c.txt\nCOPY c.txt r.txt /\nRUN pip install -r /r.txt\n")
                .file("context/c.txt", "pandas==2.2.3\n")
                .file("context/r.txt", "pandas\nnumpy\n");
        assertThat(findings("e.yml")).containsExactly("pip/no-version context/r.txt:2:1 numpy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN pip install -c /c.txt pandas -r /r.txt",
                "RUN pip install -c /c.txt pan.das>=2 && pip install numpy==1.26.4",
                "RUN uv pip install --override /c.txt pandas",
                "ENV UV_CONSTRAINT=/c.txt\\nRUN uv pip install pandas",
                "RUN pip install -r /r.txt -c /c.txt && pip install -r /all.txt",
                "RUN pip install -c /chain.txt pandas",
                "RUN pip config set global.constraint /c.txt && pip install pandas",
            })
    void aVersionThatConstraintsNameIsExact(String run) throws Exception {
        context(run);
        assertThat(findings("e.yml")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RUN pip install -c /c.txt scipy                            | run/pip-install context/Dockerfile:3:27 scipy
                    RUN pip install -c /c.txt a && pip install pandas          | run/pip-install context/Dockerfile:3:27 a, run/pip-install context/Dockerfile:3:44 pandas
                    RUN pip install -c /c.txt -r /r.txt && pip install -r /r.txt | pip/no-version context/r.txt:1:1 pandas
                    RUN pip install -r /all.txt && pip install -r /r.txt       | pip/no-version context/r.txt:1:1 pandas
                    RUN pip install -c /loose.txt pandas                       | run/pip-install context/Dockerfile:3:31 pandas
                    RUN pip install -c /marked.txt pandas                      | run/pip-install context/Dockerfile:3:32 pandas
                    RUN pip install -c /c.txt "pandas @ https://host/p.whl"    | run/pip-install context/Dockerfile:3:27 pandas @ https://host/p.whl
                    """)
    void constraintsCountForTheirRunOfPipAlone(String run, String expected) throws Exception {
        context(run);
        assertThat(findings("e.yml")).containsExactly(expected.split(", "));
    }

    @Test
    void manyRunsWithManyConstraintsExhaustNothing() throws Exception {
        StringBuilder dockerfile = new StringBuilder("FROM i@sha256:" + "0".repeat(64) + "\nCOPY c.txt r.txt /\n");
        StringBuilder constraints = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            dockerfile.append("RUN pip install -c /c.txt -r /r.txt\n");
            constraints.append("package").append(i).append("==1\n");
        }
        tree.file("e.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                .file("context/Dockerfile", dockerfile.toString())
                .file("context/c.txt", constraints.toString())
                .file("context/r.txt", "package1\n");
        assertThat(findings("e.yml")).containsExactly("pip/no-version context/r.txt:1:1 package1");
    }

    private void context(String run) {
        tree.file("e.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                .file(
                        "context/Dockerfile",
                        "FROM i@sha256:" + "0".repeat(64) + "\nCOPY *.txt /\n" + run.replace("\\n", "\n") + "\n")
                .file("context/c.txt", "Pan-Das==2.2.3\npandas==2.2.3\n")
                .file("context/chain.txt", "-c c.txt\n")
                .file("context/loose.txt", "pandas>=2\n")
                .file("context/marked.txt", "pandas==2.2.3; python_version > '3'\n")
                .file("context/all.txt", "-c c.txt\n-r r.txt\n")
                .file("context/r.txt", "pandas\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY pip.conf /etc/",
                "COPY pip.conf /etc/pip.conf",
                "COPY pip.conf /root/.pip/",
                "COPY pip.conf /home/me/.config/pip/pip.conf",
                "ENV HOME=/home/me\\nCOPY pip.conf $HOME/.pip/pip.conf",
                "WORKDIR /opt/conda\\nCOPY pip.conf .",
                "COPY etc/ /etc/",
                "ENV PIP_CONFIG_FILE=/app/my.conf\\nCOPY pip.conf /app/my.conf",
                "COPY pip.conf /app/\\nRUN PIP_CONFIG_FILE=/app/pip.conf pip install a==1",
                "RUN --mount=type=bind,source=pip.conf,target=/etc/pip.conf pip install a==1",
            })
    void aFileOfPipsConfigurationCounts(String dockerfile) throws Exception {
        configured(dockerfile);
        assertThat(findings("e.yml").stream().map(finding -> finding.replace("/etc/pip.conf", "/pip.conf")))
                .containsExactly(
                        "pip/pre context/pip.conf:4:1 pre = yes",
                        "pip/extra-index-url context/pip.conf:5:1 Extra_Index_URL: https://a/simple",
                        "pip/extra-index-url context/pip.conf:6:3 https://***@b/simple",
                        "secret/url-credentials context/pip.conf:6:3 https://***@b/simple");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY pip.conf /app/",
                "COPY pip.conf .",
                "COPY pip.conf /etc/other.conf",
                "ENV PIP_CONFIG_FILE=/dev/null",
                "FROM scratch\\nCOPY --from=0 pip.conf /etc/",
            })
    void aFileThatPipDoesNotReadSaysNothing(String dockerfile) throws Exception {
        configured(dockerfile);
        assertThat(findings("e.yml")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY uv.toml /etc/uv/",
                "WORKDIR /app\\nCOPY uv.toml pyproject.toml ./",
                "COPY . /root/.config/uv",
                "COPY uv.toml /x/my.toml\\nENV UV_CONFIG_FILE=/x/my.toml",
            })
    void aFileOfUvsConfigurationCounts(String dockerfile) throws Exception {
        configured(dockerfile);
        tree.file("context/pyproject.toml", "");
        assertThat(findings("e.yml"))
                .containsExactly(
                        "pip/extra-index-url context/uv.toml:3:3 https://a/simple",
                        "pip/extra-index-url context/uv.toml:4:4 https://b/simple",
                        "pip/extra-index-url context/uv.toml:6:30 https://***@c/simple",
                        "secret/url-credentials context/uv.toml:6:30 https://***@c/simple",
                        "pip/extra-index-url context/uv.toml:9:8 https://e/simple",
                        "pip/pre context/uv.toml:18:15 allow",
                        "pip/find-links context/uv.toml:20:16 https://h");
    }

    private static final List<String> UV_SETTINGS = List.of(
            "pip/find-links context/pyproject.toml:6:16 https://f",
            "pip/extra-index-url context/pyproject.toml:15:8 https://***@i/simple",
            "secret/url-credentials context/pyproject.toml:15:8 https://***@i/simple");

    private static final List<String> UV_SOURCES = List.of(
            "run/pip-install context/pyproject.toml:8:19 my-lib @ git+https://g/lib@main",
            "run/pip-install context/pyproject.toml:10:19 wheel @ https://u/w.whl",
            "run/pip-install context/pyproject.toml:18:8 table @ git+https://g/t");

    @ParameterizedTest
    @CsvSource({
        "uv pip install pandas idna==3.4, true, false,",
        "uv pip install idna, true, false,",
        "uv pip install numpy, true, false, run/pip-install context/Dockerfile:4:20 numpy",
        "uv pip install --no-config a==1, false, false,",
        "uv pip install -r pyproject.toml, true, true, run/pip-install context/Dockerfile:4:20 -r pyproject.toml",
        "uv pip install --no-sources ., true, false, run/pip-install context/Dockerfile:4:33 .",
        "uv pip install .[dev], true, true, run/pip-install context/Dockerfile:4:20 .[dev]",
        "uv sync, true, true, run/lock-file context/Dockerfile:4:8 sync",
        "uv sync --locked, false, false,",
        "uv sync --help, false, false,",
        "pip install ., false, false, run/pip-install context/Dockerfile:4:17 .",
    })
    void whatAProjectTellsUvCountsForWhatReadsIt(
            String command, boolean settings, boolean sources, @Nullable String own) throws Exception {
        project("WORKDIR /app\nCOPY pyproject.toml .\nRUN " + command);
        List<String> expected = new ArrayList<>();
        expected.addAll(settings ? UV_SETTINGS : List.of());
        expected.addAll(sources ? UV_SOURCES : List.of());
        Optional.ofNullable(own).ifPresent(expected::add);
        assertThat(findings("e.yml")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aFileOfUvsConfigurationComesBeforeThatOfAProject() throws Exception {
        project("WORKDIR /app\nCOPY pyproject.toml uv.toml ./\nRUN uv pip install .");
        tree.file("context/uv.toml", "");
        assertThat(findings("e.yml"))
                .containsAll(UV_SOURCES)
                .doesNotContain(UV_SETTINGS.get(0), UV_SETTINGS.get(1))
                .hasSize(UV_SOURCES.size() + 2);
    }

    private void project(String dockerfile) {
        tree.file("e.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                .file("context/Dockerfile", "FROM i@sha256:" + "0".repeat(64) + "\n" + dockerfile + "\n")
                .file(
                        "context/pyproject.toml",
                        """
                        [project]
                        dependencies = ["six", "My_Lib>=1; python_version > '3'", "exact", "wheel", "table"]
                        [tool.uv]
                        constraint-dependencies = ["pandas==2.2.3", "numpy<2"]
                        override-dependencies = ["idna==3.4"]
                        find-links = ["https://f"]
                        [tool.uv.sources]
                        my-lib = { git = "https://g/lib", branch = "main" } # git = "x"
                        exact = { git = "https://g/e", rev = "COMMIT" }
                        wheel = [{ url = "https://u/w.whl", marker = "sys_platform == 'linux'" }]
                        group = { git = "https://g/group" }
                        "six" = { path = "../six", editable = true }
                        [[tool.uv.index]]
                        name = "i"
                        url = "https://me:SECRET@i/simple"
                        explicit = false
                        [tool.uv.sources.table]
                        git = "https://g/t"
                        [tool.other]
                        find-links = ["https://other"]
                        git = "https://other"
                        """
                                .replace("COMMIT", "0123456789".repeat(4))
                                .replace("SECRET", "hunter" + "2"));
    }

    @Test
    void aFileOfConfigurationInTheCodeCountsForAJob() throws Exception {
        tree.file("job.yml", JOB + "code: src\ncommand: x\nenvironment_variables: {PIP_CONFIG_FILE: conf/p.ini}\n")
                .file("src/conf/p.ini", "[global]\nconstraint =\n    c.txt\nno-index = false\n")
                .file("src/c.txt", "-r more.txt\n")
                .file("src/more.txt", "pandas\n");
        assertThat(findings("job.yml")).containsExactly("pip/no-version src/more.txt:1:1 pandas");
    }

    @ParameterizedTest
    @CsvSource({
        "azureml_environment.json, 'ENVIRONMENT', 1:38, 1:55",
        "train.runconfig, '{\"script\": \"x.py\", \"framework\": \"Python\", \"environment\":\nENVIRONMENT}', 2:39, 2:56"
    })
    void variablesOfAnEnvironmentOfSdkV1AreJudged(String name, String text, String pre, String index) throws Exception {
        String environment =
                """
                {"environmentVariables": {"PIP_PRE": "1", "UV_INDEX": "https://me:SECRET@a/simple", "A": "PIP_PRE=1", "PIP_QUIET": 1},
                "docker": {"baseImage": "i@sha256:DIGEST"}, "python": {"userManagedDependencies": true}}"""
                        .replace("SECRET", "hunter" + "2")
                        .replace("DIGEST", "0".repeat(64));
        tree.file(name, text.replace("ENVIRONMENT", environment)).file("x.py", "");
        assertThat(findings(name))
                .containsExactly(
                        "pip/pre " + name + ":" + pre + " 1",
                        "pip/extra-index-url " + name + ":" + index + " https://***@a/simple");
    }

    private void configured(String dockerfile) {
        String configuration =
                """
                # of pip
                [install]
                quiet = 1
                pre = yes
                Extra_Index_URL: https://a/simple
                  https://me:SECRET@b/simple
                ; a comment
                [download]
                find-links = https://c
                """
                        .replace("SECRET", "hunter" + "2");
        tree.file("e.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                .file(
                        "context/Dockerfile",
                        "FROM i@sha256:" + "0".repeat(64) + "\n" + dockerfile.replace("\\n", "\n") + "\n")
                .file("context/pip.conf", configuration)
                .file("context/etc/pip.conf", configuration)
                .file(
                        "context/uv.toml",
                        """
                        index-url = "https://i/simple" # "https://none"
                        extra-index-url = [
                         "https://a/simple", # 'x'
                          'https://b/simple',
                        ]
                        index = [{name = "c", url = "https://me:SECRET@c/simple"}, {url = "https://d", default = true}]
                        [[index]]
                        name = "e"
                        url = "https://e/simple"
                        [[index]]
                        url = "https://f/simple"
                        explicit = true
                        [other]
                        find-links = ["https://g"]
                        [pip]
                        upgrade = true
                        resolution = "highest"
                        prerelease = "allow"
                        no-index = false
                        find-links = ["https://h"]
                        """
                                .replace("SECRET", "hunter" + "2"));
    }

    @Test
    void theirSecretsAreNotShown() throws Exception {
        String url = "https://me:" + "hunter" + "2@host/simple";
        tree.file("job.yml", JOB + "command: x\nenvironment_variables: {PIP_EXTRA_INDEX_URL: '" + url + "'}\n")
                .file("e.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                .file("context/Dockerfile", "FROM scratch\nENV PIP_EXTRA_INDEX_URL=\"" + url + "\"\n");
        assertThat(findings("job.yml")).containsExactly("pip/extra-index-url job.yml:4:47 https://***@host/simple");
        assertThat(findings("e.yml"))
                .containsExactly(
                        "pip/extra-index-url context/Dockerfile:2:5 PIP_EXTRA_INDEX_URL=https://***@host/simple",
                        "secret/url-credentials context/Dockerfile:2:26 https://***@host/simple");
    }

    private List<String> findings(String definition) throws Exception {
        return new Gate(RuleCatalogue.rules(Strictness.DEFAULT))
                .check(DefinitionGraph.read(tree, List.of(TreePath.of(definition)))).stream()
                        .map(finding -> finding.rule() + " " + finding.location() + " " + finding.found())
                        .toList();
    }
}
