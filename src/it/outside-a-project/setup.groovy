def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'outside')
def repository = new File(basedir, 'repository')
support.release(repository, 'outside', '1.0', 1)
support.release(repository, 'outside', '1.1', 1)

// Somebody deploys another version while the first run is on.
def server = support.serve(repository, 'ada:engine') {
    if (it.name == 'outside-1.0-aml.json') {
        support.release(repository, 'outside', '1.2', 1)
    }
}
context.put('server', server)
support.settings(new File(basedir, 'settings.xml'), support.address(server), support.password('team', 'ada:engine'))
