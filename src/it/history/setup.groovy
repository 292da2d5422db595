def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'history')

/** Lays out the sources of a version, each of which is deployed from a repository of its own. */
def version = { String name, Closure changes ->
    def folder = new File(basedir, "deployed/$name")
    support.pipeline(folder)
    new File(folder, 'pom.xml').text = new File(basedir, 'pom.xml').text
    support.edit(new File(folder, 'pom.xml'), '<version>1.10.0-SNAPSHOT</version>', "<version>$name</version>")
    changes(folder)
    support.commitAll(folder)
}
version('1.8.0') {}
version('1.9.0') { new File(it, 'src/main/python/train.py') << '# Changed.\n' }
version('1.10.0') {
    new File(it, 'src/main/python/train.py') << '# Changed.\n'
    new File(it, 'src/main/aml/night.yml').text = new File(it, 'src/main/aml/iris.yml').text
}

def commit = support.git(new File(basedir, 'deployed/1.8.0'), 'rev-parse', 'HEAD')
new File(basedir, 'commit.properties').write("aml.commit=${commit.take(10).toUpperCase()}")
