def support = evaluate(new File(its, 'support.groovy'))

// The run that is quiet says nothing at all, so that the one after it follows at once.
def runs = support.runs(basedir)
def (list, nowhere, previous, byCommit, missing) = runs.drop(3)
assert runs.size() == 8 && list.contains('The whole list is in target/aml/history.json.')

// Two definitions changed with the code: the component, and the pipeline that leads to it.
def table = list.readLines()*.replaceFirst(/^\[INFO] /, '')
def head = table.indexOf('VERSION  COMMIT      COMMITTED (UTC)   CHANGED   PIPELINES')
assert head > 0
assert table[head + 1] ==~ /1\.10\.0   [0-9a-f]{10}  2024-07-01 12:00  \+1        2: iris\.yml, night\.yml/
assert table[head + 2] ==~ /1\.9\.0    [0-9a-f]{10}  2024-07-01 12:00  ~2, code  1: iris\.yml/
assert table[head + 3] ==~ /1\.8\.0    [0-9a-f]{10}  2024-07-01 12:00            1: iris\.yml/

def history = support.json(new File(basedir, 'target/aml/history.json'))
assert history.versions*.version == ['1.10.0', '1.9.0', '1.8.0']
assert history.versions*.repository == ['team'] * 3
assert history.versions[1].changes == [
    since: '1.8.0',
    assets: [added: [], removed: [], changed: ['snapshot:pipeline/src/main/aml/iris.yml', 'snapshot:component/src/main/aml/train.yml']],
    code: [added: [], removed: [], changed: ['src/main/python']]]
history.versions.each {
    def deployed = new File(basedir, "repository/com/example/history/${it.version}/history-${it.version}-aml.json")
    def manifest = support.json(deployed)
    assert [it.id, it.commit] == [manifest.id, manifest.git.commit]
}

// The list needs no more than the manifests, and those are enough offline.
history.versions.each {
    assert new File(localRepositoryPath, "com/example/history/${it.version}/history-${it.version}-aml.json").file
}
runs.take(5).each { assert !(it =~ /Downloading from team: .*\.(zip|pom)/) }
def two = support.json(new File(basedir, 'target/two.json'))
assert two.versions == history.versions.take(2)
assert two.older == 1
assert !list.contains('two.json')
assert nowhere.contains('There is no version of com.example:never-asked-for among what was downloaded before, and Maven is offline.')

assert previous.contains('com.example:history:1.9.0 is sound: ')
assert byCommit.contains('com.example:history:1.8.0 is sound: ')
assert missing.contains('There is no version 1.9.5 of com.example:history in team (file:')
assert missing.contains('The nearest are 1.10.0, 1.9.0, 1.8.0.')
