def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'outside')
def repository = new File(basedir, 'repository')
support.release(repository, 'outside', '1.0', 1)
support.release(repository, 'outside', '1.1', 1)
def server = support.serve(repository, 'ada:engine')
context.put('server', server)
support.settings(new File(basedir, 'settings.xml'), support.address(server), support.password('team', 'ada:engine'))
