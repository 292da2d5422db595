def support = evaluate(new File(its, 'support.groovy'))

def goals = support.goals(support.log(basedir))
assert goals.size() == 2
for (run in goals) {
    assert run.contains('Exempted until 2999-12-31: asset/label for azureml:iris@latest in src/main/aml/train.yml '
            + '(ml-platform@example.com: The team of iris gives it a version in March.)')
    support.shows(run, '.aml/exemptions.yml', '7:9  exemption/unused  image/no-digest')
    assert !run.contains('asset/label  azureml')
}
assert support.refusals(basedir).isEmpty()

def manifest = support.json(new File(basedir, 'target/exempted-1.0.0-aml.json'))
assert manifest.publishable
assert manifest.exemptions == [[
    rule: 'asset/label',
    path: 'src/main/aml/train.yml',
    reference: 'azureml:iris@latest',
    reason: 'The team of iris gives it a version in March.',
    owner: 'ml-platform@example.com',
    expires: '2999-12-31',
]]
