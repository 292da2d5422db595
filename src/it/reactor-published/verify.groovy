def support = evaluate(new File(its, 'support.groovy'))
def emulator = context.emulator

/** Where a module is given to maven-deploy-plugin. Not where it uploads: Maven 4 does not tell that where it finds itself on a build server. */
int uploads(String run, String module) {
    run.indexOf(run.readLines().find { it =~ /--- (maven-)?deploy\b\S*:deploy / && it.contains("@ $module") })
}

try {
    def (refused, published, after, before) = support.runs(basedir)

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
    [after: after, before: before].each { name, run ->
        assert run.count('nothing is written') == 3
        assert !run.contains('Publishing')
        assert ['north', 'south', 'west'].every { new File(basedir, "target/$name/com/example/$it/1.0.0/$it-1.0.0-aml.zip").file }
    }
    assert after.count('Deferring deploy') == 4
    assert uploads(after, 'plain') > after.lastIndexOf('nothing is written')
    assert before.count('Deferring deploy') == 3
    assert uploads(before, 'west') < before.indexOf('Plan for')

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
