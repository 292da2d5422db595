def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.commitAll(basedir)
