def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def zip = new File(basedir, 'target/taxi-fare-1.4.0-aml.zip')
def manifest = support.json(new File(basedir, 'target/taxi-fare-1.4.0-aml.json'))

assert manifest.formatVersion == 1
assert manifest.publishable
assert manifest.id ==~ /sha256:[0-9a-f]{64}/
assert manifest.project == [groupId: 'com.example.taxi', artifactId: 'taxi-fare', version: '1.4.0']
assert manifest.git.commit == support.git(basedir, 'rev-parse', 'HEAD')
assert manifest.assets.countBy { it.kind } == [component: 5, environment: 1, pipeline: 1, schedule: 1]
assert manifest.assets.findAll { it.kind == 'component' }*.name.sort() ==
        ['taxi_evaluate', 'taxi_predict', 'taxi_prepare', 'taxi_train', 'taxi_transform']
assert manifest.code*.files == [3, 3, 3, 3, 3]
assert manifest.remote.findAll { it.pin != 'pinned' }*.kind.unique().sort() == ['compute', 'datastore']

def entries = support.entries(zip)
for (source in support.git(basedir, 'ls-files', 'src').readLines()) {
    assert support.entry(zip, "source/$source") == new File(basedir, source).bytes
}
assert 'pipelines/src/main/aml/taxi-fare.yml.json' in entries
assert support.entry(zip, 'snapshot.json') == new File(basedir, 'target/taxi-fare-1.4.0-aml.json').bytes

println "\n$zip.name holds:"
support.sizes(zip).each { name, size -> println "${String.format('%8d', size)}  $name" }
println()
