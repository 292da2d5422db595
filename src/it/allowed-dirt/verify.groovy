def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
support.holds(basedir, 'target/allowed-dirt-1.0.0-aml.zip')
assert support.json(new File(basedir, 'target/allowed-dirt-1.0.0-aml.json')).allowDirty == ['ci/*.token']
assert support.json(new File(basedir, 'target/aml/findings.json')).refused == 0
