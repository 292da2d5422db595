def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
new File(basedir, 'src/main/aml/nightly.yml').text = '''\
    $schema: https://azuremlschemas.azureedge.net/latest/schedule.schema.json
    name: iris-nightly
    trigger:
      type: cron
      expression: "0 3 * * *"
    create_job: ./iris.yml
    '''.stripIndent()
new File(basedir, '.mvn').mkdirs()
support.git(basedir, 'init', '-q', '-b', 'main')
support.append(new File(basedir, '.git/info/exclude'), '.mvn/\nchanged/\nselector.groovy\n')
support.commitAll(basedir)

support.git(basedir, 'clone', '-q', '.', 'changed')
def changed = new File(basedir, 'changed')
support.edit(new File(changed, 'pom.xml'), '<version>1.4.0</version>', '<version>1.5.0</version>')
support.edit(new File(changed, 'src/main/python/train.py'), 'import', 'import antigravity, ')
support.edit(new File(changed, 'src/main/aml/train.yml'), 'version: "1"', 'version: "2"')
support.git(changed, 'add', '-A')
support.git(changed, 'commit', '-q', '-m', 'A change that went wrong')

def emulator = support.workspace(basedir)
support.environment(basedir, emulator.environment())
return true
