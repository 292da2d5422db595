def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
support.holds(basedir, 'target/by-name-1.0.0-aml.zip', 'target/by-name-1.0.0-aml.json')
