def support = evaluate(new File(its, 'support.groovy'))
def emulator = context.emulator

try {
    def (plan, first, offline, changed, dry, back, again, refused, let) = support.runs(basedir)
    def (history, held) = support.goals(refused)
    def (released, forth) = support.goals(let)

    assert plan.contains('create   component taxi_prepare:3')
    assert plan.contains('create   schedule taxi-fare-monthly')
    assert plan.contains('uses     azureml:nyc-yellow-taxi-trips:2024-06')
    assert !plan.contains('Publishing')

    assert first.contains('created component taxi_prepare:3')
    assert first.contains('created schedule taxi-fare-monthly')
    assert offline.contains('Nothing can be published while Maven is offline. Run it without -o.')

    assert changed.contains('created component taxi_prepare:4')
    assert changed.contains('reuse    component taxi_train:4')
    assert changed.contains('re-pointed schedule taxi-fare-monthly')

    assert dry.contains('re-point schedule taxi-fare-monthly')
    assert dry.contains('aml.dryRun is set: nothing is written.')
    assert !dry.contains('Publishing')

    assert back.contains('reuse    component taxi_prepare:3')
    assert back.contains('re-pointed schedule taxi-fare-monthly')
    assert !back.contains('created')
    assert again.contains('nothing is written')

    // What it left stays away until somebody says that it may come back.
    def reason = 'It knows no trip beyond a mile'
    assert back.contains(reason)
    assert held =~ /com\.example\.taxi:taxi-fare:1\.5\.0 is in workspace .* held since .* UTC: $reason/
    assert held.contains('mvn aml:release-hold -Daml.artifact=com.example.taxi:taxi-fare:1.5.0')
    assert !held.contains('Publishing')
    assert history =~ /1\.4\.0 +live behind schedule taxi-fare-monthly, 1\.5\.0 before/
    assert history.contains(reason)
    assert released =~ /com\.example\.taxi:taxi-fare:1\.5\.0 was held since .* UTC: $reason/
    assert forth.contains('re-pointed schedule taxi-fare-monthly')

    // The schedule runs what it ran before the change, to the letter.
    def schedule = emulator.workspaceId() + '/schedules/taxi-fare-monthly'
    def puts = emulator.log().writes().findAll { it.method() == 'PUT' && it.path() == schedule }*.body()
    assert puts.size() == 4
    assert puts[3] == puts[1]
    assert puts[0] != puts[1]
    // But for the tags that say what it ran before, so that the rollback can be undone.
    def said = { body ->
        def copy = body.deepCopy()
        copy.at('/properties/tags').remove(['aml.previous', 'aml.previous-snapshot'])
        copy
    }
    assert said(puts[2]) == puts[0]
    assert puts*.at('/properties/tags/aml.previous')*.asText() ==
            ['', 'com.example.taxi:taxi-fare:1.4.0', 'com.example.taxi:taxi-fare:1.5.0', 'com.example.taxi:taxi-fare:1.4.0']
    assert back.contains('Before, schedule taxi-fare-monthly ran com.example.taxi:taxi-fare:1.5.0')
    assert back.contains('mvn aml:release-hold -Daml.artifact=com.example.taxi:taxi-fare:1.5.0')
    assert back.contains('mvn aml:restore -Daml.artifact=com.example.taxi:taxi-fare:1.5.0 -Daml.to=workspace')
    def records = new File(basedir, 'changed/target/aml/before').listFiles().sort().collect { support.json(it) }
    assert records*.before*.runs*.coordinates*.first() == ['com.example.taxi:taxi-fare:1.4.0', 'com.example.taxi:taxi-fare:1.5.0',
                                                           'com.example.taxi:taxi-fare:1.4.0']
    def live = puts[2]
    assert live.at('/properties/tags/aml.coordinates').asText() == 'com.example.taxi:taxi-fare:1.4.0'
    assert live.at('/properties/tags/aml.commit').asText() == support.git(basedir, 'rev-parse', 'HEAD')
    assert live.toString().contains('/components/taxi_prepare/versions/3')

    // All of it went through the proxy, but for what the settings say is reached without.
    assert 'management.azure.com:443' in context.proxy.hosts()
    assert 'login.microsoftonline.com:443' in context.proxy.hosts()
    assert 'devstoreaccount1.blob.core.windows.net:443' in context.proxy.hosts()
    assert !context.proxy.hosts().any { it.startsWith('localhost') }

    [['mvn install', plan],
     ['mvn aml:deploy', first],
     ["git commit -qam 'A change that went wrong'; mvn install aml:deploy", changed],
     ["mvn aml:restore -Daml.version=previous -Daml.to=workspace -Daml.hold='$reason'".toString(), back],
     ['mvn aml:restore -Daml.version=1.4.0 -Daml.to=workspace  # once more', again],
     ['mvn aml:deploy  # of 1.5.0', held]].each { command, run ->
        // What takes long to read is in the log.
        support.tell(command, support.shown(run).findAll { !(it =~ /^\[WARNING]|^\[INFO] {3}(create|reuse|uses|note|code|remote) /) })
    }
    support.tell('# What the schedule was told to run, as the workspace has it', puts.take(3).collect { body ->
        def version = body.at('/properties/tags/aml.coordinates').asText()
        def component = (body.toString() =~ '/components/taxi_prepare/versions/[0-9]+')[0]
        "$version$component${said(body) == puts[0] && !body.is(puts[0]) ? ', to the letter what it ran first' : ''}".toString()
    })

    [*emulator.secrets(), 'pL' + 'anted-pr0xy'].each { secret -> assert !support.log(basedir).contains(secret) }
} finally {
    context.proxy.close()
    emulator.close()
    context.azurite.close()
}
return true
