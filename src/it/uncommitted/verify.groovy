def support = evaluate(new File(its, 'support.groovy'))

def runs = support.runs(basedir)
assert runs.size() == 3
def goals = runs.collectMany { support.goals(it) }
assert goals.size() == 4
for (run in goals) {
    support.shows(run, 'src/main/python/notes.txt', '1:1  git/untracked')
    support.shows(run, 'src/main/python/train.py', '1:1  git/modified')
}

// Whatever the mode: what has findings is made for people to look at, and goes nowhere.
def target = new File(basedir, 'target')
support.holds(target, 'uncommitted-1.0.0-aml-unpublishable.zip')
support.lacks(target, 'uncommitted-1.0.0-aml.zip', 'uncommitted-1.0.0-aml.json')
for (repository in [localRepositoryPath, new File(target, 'repository')]) {
    def version = new File(repository, 'com/example/uncommitted/1.0.0')
    support.holds(version, 'uncommitted-1.0.0.pom')
    assert !version.list().any { it.contains('aml') }
}
