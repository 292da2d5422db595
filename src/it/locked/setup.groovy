def support = evaluate(new File(its, 'support.groovy'))

support.append(new File(basedir, '.gitignore'), 'target/\n')
support.commitAll(basedir)
