def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
support.holds(basedir, 'target/iris-aml.zip', 'target/iris-aml.json')
support.lacks(basedir, 'target/output-name-1.0.0-aml.zip', 'target/output-name-1.0.0-aml.json')
