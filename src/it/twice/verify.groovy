def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def target = new File(basedir, 'target')
assert support.entry(new File(target, 'twice-1.0.0-aml.zip'), 'snapshot.json') == new File(target, 'twice-1.0.0-aml.json').bytes
assert target.list().findAll { it.contains('aml') }.sort() == ['aml', 'twice-1.0.0-aml.json', 'twice-1.0.0-aml.zip']
