def support = evaluate(new File(its, 'support.groovy'))

def mended = new File(basedir, 'mended')
def zip = new File(mended, 'target/taxi-fare-1.4.0-aml.zip')
def manifest = support.json(new File(mended, 'target/taxi-fare-1.4.0-aml.json'))

assert manifest.formatVersion == 1
assert manifest.publishable
assert manifest.id ==~ /sha256:[0-9a-f]{64}/
assert manifest.project == [groupId: 'com.example.taxi', artifactId: 'taxi-fare', version: '1.4.0']
assert manifest.git.commit == support.git(mended, 'rev-parse', 'HEAD')
assert manifest.assets.countBy { it.kind } == [component: 5, environment: 1, pipeline: 1, schedule: 1]
assert manifest.assets.findAll { it.kind == 'component' }*.name.sort() ==
        ['taxi_evaluate', 'taxi_predict', 'taxi_prepare', 'taxi_train', 'taxi_transform']
assert manifest.code*.files == [3, 3, 3, 3, 3]
assert manifest.remote.findAll { it.pin != 'pinned' }*.kind.unique().sort() == ['compute', 'datastore']

def entries = support.entries(zip)
for (source in support.git(mended, 'ls-files', 'src').readLines()) {
    assert support.entry(zip, "source/$source") == new File(mended, source).bytes
}
assert 'pipelines/src/main/aml/taxi-fare.yml.json' in entries
assert support.entry(zip, 'snapshot.json') == new File(mended, 'target/taxi-fare-1.4.0-aml.json').bytes

// A quiet run says nothing of projects: it is what comes before the other one.
def (refused, made) = support.log(basedir).split('Scanning for projects')
support.tell('mvn -q deploy', support.shown(refused))
support.tell('mvn package', support.shown(made))
