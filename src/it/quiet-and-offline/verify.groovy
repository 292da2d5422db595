def support = evaluate(new File(its, 'support.groovy'))

assert !support.log(basedir).contains('[INFO]')
assert new File(basedir, 'target/quiet-and-offline-1.0.0-aml.zip').file
