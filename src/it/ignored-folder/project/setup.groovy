def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.append(new File(basedir.parentFile, '.gitignore'), 'project/\n')
support.commitAll(basedir.parentFile)
