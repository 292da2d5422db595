def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(new File(basedir, 'ml'))
support.append(new File(basedir, '.gitignore'), 'target/\n')
support.commitAll(basedir)
