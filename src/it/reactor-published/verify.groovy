def support = evaluate(new File(its, 'support.groovy'))
def emulator = context.emulator

try {
    def (refused, published, again) = support.runs(basedir)

    assert refused.contains('asset/label')
    assert refused.contains('The snapshot north is published after the last module.')
    assert refused.contains('The snapshot south is published after the last module.')
    assert !refused.contains('Publishing')

    assert published.count('is published after the last module.') == 2
    assert published.readLines().count { it =~ /Publishing (north|south|west) to / } == 3
    // When all three have come; that a module waits for the others it may say a moment after the last of them has begun.
    def arrivals = published.readLines().findAll { it =~ /--- aml\b\S*:deploy / }
    assert arrivals.size() == 3
    assert published.indexOf('Publishing') > arrivals.collect { published.indexOf(it) }.max()
    assert published.indexOf('Uploaded to team') > published.lastIndexOf('Published')
    assert again.count('nothing is written') == 3
    assert again.lastIndexOf('Uploaded to team') < again.indexOf('Plan for')
    [published, again].each { run -> assert run.findAll(/Uploaded to team: .*-aml\.zip/).size() == 3 }
    assert !again.contains('Publishing')

    // The code and the component are those of all three.
    def puts = support.puts(emulator)
    assert puts.toSet().size() == puts.size()
    assert puts.collect { it.replaceAll('/codes/[0-9a-f-]+/', '/codes/UUID/') }.toSet() == [
        '/codes/UUID/versions/1',
        '/components/iris_train/versions/1',
        '/components/iris_north/versions/1.0.0',
        '/components/iris_south/versions/1.0.0',
        '/components/iris_west/versions/1.0.0',
    ].toSet()
} finally {
    support.closeWorkspace()
}
return true
