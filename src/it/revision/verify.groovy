def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
support.holds(basedir, 'target/revision-2.3.4-aml.zip')
assert support.json(new File(basedir, 'target/revision-2.3.4-aml.json')).project.version == '2.3.4'
