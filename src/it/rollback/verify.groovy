def support = evaluate(new File(its, 'support.groovy'))
def emulator = context.emulator

try {
    def (plan, first, second, offline, changed, dry, back, again) = support.runs(basedir)

    assert plan.contains('create   component iris_train:1')
    assert plan.contains('create   schedule iris-nightly')
    assert plan.contains('uses     azureml:iris:3')
    assert !plan.contains('Publishing')

    assert first.contains('created component iris_train:1')
    assert first.contains('created schedule iris-nightly')
    assert second.contains('nothing is written')
    assert !second.contains('created')
    assert offline.contains('Nothing can be published while Maven is offline. Run it without -o.')

    assert changed.contains('created component iris_train:2')
    assert changed.contains('re-pointed schedule iris-nightly')

    assert dry.contains('re-point schedule iris-nightly')
    assert dry.contains('aml.dryRun is set: nothing is written.')
    assert !dry.contains('Publishing')

    assert back.contains('reuse    component iris_train:1')
    assert back.contains('re-pointed schedule iris-nightly')
    assert !back.contains('created')
    assert again.contains('nothing is written')

    // The schedule runs what it ran before the change, to the letter.
    def schedule = emulator.workspaceId() + '/schedules/iris-nightly'
    def puts = emulator.log().writes().findAll { it.method() == 'PUT' && it.path() == schedule }*.body()
    assert puts.size() == 3
    assert puts[0] != puts[1]
    assert puts[2] == puts[0]
    def live = emulator.read(schedule)
    assert live.at('/properties/tags/aml.coordinates').asText() == 'com.example:rollback:1.4.0'
    assert live.at('/properties/tags/aml.commit').asText() == support.git(basedir, 'rev-parse', 'HEAD')
    assert live.toString().contains('/components/iris_train/versions/1')

    emulator.secrets().each { secret -> assert !support.log(basedir).contains(secret) }
} finally {
    support.closeWorkspace()
}
return true
