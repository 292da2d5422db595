def support = evaluate(new File(its, 'support.groovy'))

['north', 'south', 'west'].each { module ->
    def folder = new File(basedir, module)
    support.pipeline(folder)
    support.edit(new File(folder, 'src/main/aml/iris.yml'), 'type: pipeline\ndisplay', "type: pipeline\nname: iris_$module\ndisplay")
}
support.append(new File(basedir, '.gitignore'), 'target/\n')
support.git(basedir, 'init', '-q', '-b', 'main')
support.append(new File(basedir, '.git/info/exclude'), '.mvn/\nrefused/\nselector.groovy\n')
support.commitAll(basedir)

support.git(basedir, 'clone', '-q', '.', 'refused')
def refused = new File(basedir, 'refused')
support.edit(new File(refused, 'west/src/main/aml/train.yml'), 'azureml:iris:3', 'azureml:iris@latest')
support.git(refused, 'commit', '-q', '-a', '-m', 'An environment that floats')

def emulator = support.workspace(basedir)
support.environment(basedir, emulator.environment())
return true
