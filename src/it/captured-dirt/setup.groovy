def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.commitAll(basedir)
support.append(new File(basedir, 'src/main/python/secret.py'), 'KEY = "only here"\n')
