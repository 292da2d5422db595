def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def ids = ['north', 'south', 'west'].collect {
    def manifest = support.json(new File(basedir, "$it/target/$it-1.0.0-aml.json"))
    assert manifest.project.artifactId == it
    assert manifest.git.commit == support.git(basedir, 'rev-parse', 'HEAD')
    manifest.id
}
assert ids.toSet().size() == 3
