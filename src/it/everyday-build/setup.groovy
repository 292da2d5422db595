def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(new File(basedir, 'ml'))
support.append(new File(basedir, '.gitignore'), 'target/\n')
support.append(new File(basedir, 'overlays/prod.yml'), 'computes:\n  cpu-cluster: prod-cluster\n')
support.commitAll(basedir)
