def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.append(new File(basedir, '.gitignore'), 'target/\n')
support.commitAll(basedir)
