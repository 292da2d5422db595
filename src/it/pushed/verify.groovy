def support = evaluate(new File(its, 'support.groovy'))

assert !support.log(basedir).contains('git/not-pushed')
support.holds(basedir, 'target/pushed-1.0.0-aml.zip')
