def support = evaluate(new File(its, 'support.groovy'))

def module = { String name -> new File(basedir, name) }
['circle', 'duplicate-key', 'latin-1', 'missing-file', 'outside'].each { support.pipeline(module(it)) }
support.append(new File(basedir, '.gitignore'), 'target/\n')

def edit = { String name, String file, String from, String to -> support.edit(new File(module(name), "src/main/aml/$file"), from, to) }
edit('circle', 'iris.yml', './train.yml', './loop.yml')
support.append(new File(module('circle'), 'src/main/aml/loop.yml'), '''type: pipeline
name: loop
version: "1"
jobs:
  again:
    type: pipeline
    component: ./loop.yml
''')
edit('duplicate-key', 'train.yml', 'version: "1"', 'version: "1"\nversion: "2"')
new File(module('latin-1'), 'src/main/aml/train.yml').setText('type: command\nname: iris_fran\u00e7aise\n', 'ISO-8859-1')
new File(module('missing-file'), 'src/main/aml/train.yml').delete()
edit('outside', 'train.yml', '../python', '../../../../../elsewhere')
support.commitAll(basedir)
