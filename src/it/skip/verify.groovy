def support = evaluate(new File(its, 'support.groovy'))

// No repository, no definitions: nothing is looked at, and nothing is made.
assert support.log(basedir).readLines().count { it.contains('aml.skip is set') } == 2
support.lacks(basedir, 'target/aml', 'target/skip-1.0.0-aml.zip')
