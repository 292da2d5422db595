def support = evaluate(new File(its, 'support.groovy'))

def (exact, refused, locked) = support.runs(basedir)
assert exact.contains('nothing to refuse')
support.shows(refused, 'src/main/aml/exact.yml', '7:7  conda/not-locked  python==3.10.14')
support.shows(refused, 'src/main/aml/exact.yml', '10:11  pip/no-hash  pandas==2.2.3')
assert refused.contains('2 findings refuse this snapshot')
assert locked.contains('BUILD SUCCESS')
support.holds(basedir, 'target/locked-1.0.0-aml.zip')
