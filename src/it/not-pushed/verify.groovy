def support = evaluate(new File(its, 'support.groovy'))

def commit = support.git(basedir, 'rev-parse', 'HEAD')
def (warned, refused) = support.runs(basedir)
for (run in [warned, refused]) {
    support.shows(run, 'pom.xml', "1:1  git/not-pushed  $commit")
    assert run.contains('> `git push`; when somebody else has pushed it, `git fetch`.')
}
assert warned.contains('BUILD SUCCESS')
assert refused.contains('1 finding refuses this snapshot')
