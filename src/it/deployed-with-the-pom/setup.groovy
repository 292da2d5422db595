def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.append(new File(basedir, '.gitignore'), 'repository/\n')
support.commitAll(basedir)
