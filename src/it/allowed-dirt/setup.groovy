def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.commitAll(basedir)

support.append(new File(basedir, 'ci/deploy.token'), 'not a real one')
