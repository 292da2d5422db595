def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'installed-with-the-jar')
support.pipeline(basedir)
support.commitAll(basedir)
