def support = evaluate(new File(its, 'support.groovy'))

support.commitAll(basedir)
