def support = evaluate(new File(its, 'support.groovy'))

def modules = ['built-first', 'floating', 'missing'].collectEntries { [it, new File(basedir, it)] }
modules.values().each { support.pipeline(it) }
support.append(new File(basedir, '.gitignore'), 'target/\n')
support.edit(new File(modules.floating, 'src/main/aml/train.yml'), 'azureml:iris:3', 'azureml:iris@latest')
new File(modules.missing, 'src/main/aml/train.yml').delete()
support.commitAll(basedir)
