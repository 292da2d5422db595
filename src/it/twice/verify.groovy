def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def target = new File(basedir, 'target')
for (type in ['zip', 'json']) {
    assert new File(target, "first-aml.$type").bytes == new File(target, "second-aml.$type").bytes
}
assert target.list().findAll { it.contains('aml') }.sort() ==
        ['aml', 'first-aml.json', 'first-aml.zip', 'second-aml.json', 'second-aml.zip']
