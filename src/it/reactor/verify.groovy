def support = evaluate(new File(its, 'support.groovy'))

def (built, parent, previous, history, module) = support.runs(basedir)
def ids = ['north', 'south', 'west'].collect {
    def manifest = support.json(new File(basedir, "$it/target/$it-1.0.0-aml.json"))
    assert manifest.project.artifactId == it
    assert manifest.git.commit == support.git(basedir, 'rev-parse', 'HEAD')
    manifest.id
}
assert ids.toSet().size() == 3

def instead = 'The project reactor makes no snapshots, and north, south, west of this build do: add -pl :north or -pl :south or -pl :west to the command.'
assert parent.contains("com.example:reactor:1.0.0 is no snapshot: ")
assert previous.contains("There is no snapshot of com.example:reactor that is older than 1.0.0 in ")
[parent, previous].each { assert it.contains("settings.xml. $instead") }
assert history =~ /1\.0\.0 +no snapshot/
assert history.contains("[WARNING] $instead")
assert module.contains('com.example:south:1.0.0 is sound: ')
