def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'no-snapshot')
def repository = new File(basedir, 'repository')
support.release(repository, 'no-snapshot', '1.0')
support.release(repository, 'no-snapshot', '1.1', 1)
support.release(repository, 'no-snapshot', '1.2', 2)
support.settings(new File(basedir, 'settings.xml'), repository.toURI().toString())
