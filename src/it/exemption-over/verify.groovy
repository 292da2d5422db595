def support = evaluate(new File(its, 'support.groovy'))

def file = '.aml/exemptions.yml'
def goals = support.goals(support.log(basedir))
assert goals.size() == 2
for (run in goals) {
    support.shows(run, file, '5:12  exemption/expired  2021-03-31')
    support.shows(run, file, '6:9  exemption/unknown-rule  asset/lable')
    assert run.contains("Did you mean 'asset/label'?")
    support.shows(run, file, '11:9  exemption/not-allowed  git/modified')
    support.shows(run, file, '16:3  exemption/malformed  asset/label')
    assert run.contains('The exemption has no reason, no owner.')
    // What they were for is refused as if they were not there.
    support.shows(run, 'src/main/aml/train.yml', '12:14  asset/label  azureml:iris@latest')
}
assert support.refusals(basedir)*.rule == [
    'exemption/expired', 'exemption/unknown-rule', 'exemption/not-allowed', 'exemption/malformed', 'asset/label',
]
support.lacks(basedir, 'target/exemption-over-1.0.0-aml.zip')
support.holds(basedir, 'target/exemption-over-1.0.0-aml-unpublishable.zip')
