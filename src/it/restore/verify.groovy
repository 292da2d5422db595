def support = evaluate(new File(its, 'support.groovy'))

def runs = support.runs(basedir)
assert runs.size() == 10

def commit = support.git(basedir, 'rev-parse', 'HEAD')
def now = new File(basedir, 'now')
def dirty = new File(basedir, 'dirty')
def train = new File(basedir, 'src/main/python/train.py').text

assert runs[0].contains('restore-1.4.0-aml.zip is sound')
assert runs[0].contains("Commit   $commit, and every file is as git has it")

assert runs[1].contains('would write   src/main/python/train.py')
assert runs[1].contains('would remove  src/main/python/added.py')
assert runs[1].contains('nothing is changed')

assert runs[2].contains('1 file written, 1 removed')
assert runs[2].contains('git stash --include-untracked')
assert new File(now, 'src/main/python/train.py').text == train
support.lacks(now, 'src/main/python/added.py', '.git/aml-restore')
assert new File(now, 'notes.txt').text == 'kept\n'
assert support.git(now, 'status', '--porcelain').readLines()*.trim() ==
        ['D src/main/python/added.py', 'M src/main/python/train.py']

assert runs[3].contains('The working copy is not clean')
assert runs[3].contains('notes.txt is edited')

assert runs[4].contains('on the branch back-to-1.4.0')
assert new File(dirty, 'src/main/python/train.py').text != train
assert support.git(dirty, 'diff', '--stat', commit, 'back-to-1.4.0', '--', 'src').empty
assert support.git(dirty, 'log', '-1', '--format=%s', 'back-to-1.4.0') == 'Restore restore 1.4.0'

assert new File(basedir, 'restored/src/main/python/train.py').text == train
assert !new File(basedir, 'restored/.git').exists()

assert runs[6].contains('was not finished')
assert runs[7].contains('An earlier restore was not finished. Everything that it had done is undone.')
assert new File(basedir, 'killed/src/main/python/train.py').text == train

assert runs[8].contains('hostile.zip is refused')
assert runs[8].contains('source/../../evil.txt: It climbs out of its folder.')
assert runs[8].contains('To make it anew, run `git checkout ')
support.lacks(basedir, 'harmed', 'evil.txt', '../evil.txt')
assert runs[9].contains('Say which snapshot')
