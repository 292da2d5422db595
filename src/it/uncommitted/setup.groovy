def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'uncommitted')
support.pipeline(basedir)
support.commitAll(basedir)
support.append(new File(basedir, 'src/main/python/train.py'), 'print("tried something")\n')
support.append(new File(basedir, 'src/main/python/notes.txt'), 'depth 5 is better\n')
