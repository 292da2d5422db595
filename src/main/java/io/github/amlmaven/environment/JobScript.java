package io.github.amlmaven.environment;

import java.util.List;

/**
 * What a job, a component or a step runs: a shell script that may install what its environment lacks. A model runs nothing, and brings what it
 * needs.
 *
 * @param commands what it runs, in the order of the text
 * @param pipRuns each run of pip, and what is told to all of them
 * @param conda the conda environments that it creates or updates from files of its code
 * @param spark the conda environments that Spark adds to the Python of its runtime before it runs
 * @param models the conda environments that MLflow models bring, for what serves them without an environment of its own
 * @param condaLists the lists of packages that it gives to conda
 * @param projects the projects of its code whose dependencies it installs
 * @param requirements every pip requirements file of its code on the way, each once
 * @param problems why a part could not be read; empty when all of it was
 */
public record JobScript(
        List<ShellCommand> commands,
        List<PipRun> pipRuns,
        List<CondaEnvironment> conda,
        List<CondaEnvironment> spark,
        List<CondaEnvironment> models,
        List<CondaList> condaLists,
        List<ProjectInstall> projects,
        List<RequirementsFile> requirements,
        List<EnvironmentProblem> problems) {

    /** Takes its own copies. */
    public JobScript {
        commands = List.copyOf(commands);
        pipRuns = List.copyOf(pipRuns);
        conda = List.copyOf(conda);
        spark = List.copyOf(spark);
        models = List.copyOf(models);
        condaLists = List.copyOf(condaLists);
        projects = List.copyOf(projects);
        requirements = List.copyOf(requirements);
        problems = List.copyOf(problems);
    }

    /** What Spark adds to its Python. */
    static JobScript ofSpark(
            List<CondaEnvironment> spark, List<RequirementsFile> requirements, List<EnvironmentProblem> problems) {
        return new JobScript(
                List.of(), List.of(), List.of(), spark, List.of(), List.of(), List.of(), requirements, problems);
    }

    /** What a model brings. */
    static JobScript ofModel(List<CondaEnvironment> models, List<EnvironmentProblem> problems) {
        return new JobScript(
                List.of(), List.of(), List.of(), List.of(), models, List.of(), List.of(), List.of(), problems);
    }
}
