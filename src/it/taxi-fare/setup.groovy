def support = evaluate(new File(its, 'support.groovy'))

def conda = 'src/main/aml/environments/conda.yml'
def prepare = 'src/main/python/prepare/prepare.py'
support.edit(new File(basedir, conda), 'pandas==2.3.3', 'pandas>=2.2')
support.git(basedir, 'init', '-q', '-b', 'main')
support.append(new File(basedir, '.git/info/exclude'), 'mended/\n')
support.commitAll(basedir)

support.git(basedir, 'clone', '-q', '.', 'mended')
def mended = new File(basedir, 'mended')
support.edit(new File(mended, conda), 'pandas>=2.2', 'pandas==2.3.3')
[basedir, mended].each { support.edit(new File(it, prepare), 'between(0.1, ', 'between(0.5, ') }
support.git(mended, 'commit', '-q', '-a', '-m', 'Pin pandas; drop trips below half a mile')
support.git(mended, 'push', '-q', 'origin', 'HEAD:mended')
return true
