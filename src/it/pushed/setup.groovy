def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.commitAll(basedir)
support.git(basedir, 'init', '-q', '--bare', 'target/remote.git')
support.git(basedir, 'remote', 'add', 'origin', 'target/remote.git')
support.git(basedir, 'push', '-q', 'origin', 'main')
return true
