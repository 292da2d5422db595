def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.edit(new File(basedir, 'src/main/aml/train.yml'), 'azureml:iris:3', 'file:./environment.yml')
support.append(new File(basedir, '.gitignore'), 'target/\n.venv/\n')
support.commitAll(basedir)
// In pieces, so that nobody takes this file for one that holds secrets.
support.append(new File(basedir, 'src/main/python/.venv/lib/site.py'), 'KEY = "AKIA' + 'QYLPMN5HHHFPZAM2"\n')
