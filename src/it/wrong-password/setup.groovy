def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'wrong-password')
def repository = new File(basedir, 'repository')
support.release(repository, 'wrong-password', '1.0', 1)
def server = support.serve(repository, 'ada:engine')
context.put('server', server)
context.put('address', support.address(server))
support.settings(new File(basedir, 'settings.xml'), support.address(server), support.password('team', 'ada:guess'))
