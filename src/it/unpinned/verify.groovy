def support = evaluate(new File(its, 'support.groovy'))

def goals = support.goals(support.log(basedir))
assert goals.size() == 2
for (run in goals) {
    support.shows(run, 'src/main/aml/conda.yml', '5:5  conda/fuzzy  python=3.11')
    support.shows(run, 'src/main/aml/conda.yml', '6:5  conda/no-version  pip')
    support.shows(run, 'src/main/aml/conda.yml', '8:9  pip/range  mlflow>=2.10')
    support.shows(run, 'src/main/aml/environment.yml', '3:8  image/latest  mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest')
    assert !run.contains('scikit-learn')
    // What git ignores is not captured, and so its secrets are nobody's; Azure ML's client would upload it.
    support.shows(run, 'src/main/python/.venv', '1:1  git/ignored-code  src/main/python/.venv')
    assert !run.contains('secret/')
}

def findings = support.refusals(basedir)
assert findings*.rule == ['conda/fuzzy', 'conda/no-version', 'pip/range', 'image/latest']
assert findings[2].with { [severity, path, line, column, found] } == ['refuse', 'src/main/aml/conda.yml', 8, 9, 'mlflow>=2.10']
