def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.edit(new File(basedir, 'src/main/aml/train.yml'), 'azureml:iris:3', 'azureml:iris@latest')
support.commitAll(basedir)
