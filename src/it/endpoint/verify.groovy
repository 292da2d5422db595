def support = evaluate(new File(its, 'support.groovy'))
def emulator = context.emulator

try {
    def log = new File(basedir, 'build.log').text
    def (first, second, encrypted) = log.split('Scanning for projects').drop(1).toList()

    ['batch endpoint iris-scores', 'batch deployment iris-scores/blue', 'component iris_scores:1', 'component iris:1.0.0', 'job iris-'].each {
        assert first.contains("created $it")
    }
    assert second.contains('nothing is written')
    assert !second.contains('Publishing')
    assert encrypted.contains('nothing is written')

    // The endpoint before its deployment, and told its default after it; the job last.
    def puts = support.puts(emulator)
    def live = puts.findAll { it.startsWith('/batchEndpoints/') || it.startsWith('/jobs/') }
    assert live.take(3) == ['/batchEndpoints/iris-scores', '/batchEndpoints/iris-scores/deployments/blue', '/batchEndpoints/iris-scores']
    assert live.size() == 4
    assert puts.last() == live.last()
    def home = emulator.workspaceId()
    assert emulator.read("$home/batchEndpoints/iris-scores").at('/properties/defaults/deploymentName').asText() == 'blue'
    assert emulator.read("$home/batchEndpoints/iris-scores/deployments/blue")
            .at('/properties/deploymentConfiguration/componentId/assetId').asText() == "$home/components/iris_scores/versions/1"

    def job = emulator.read(home + puts.last()).at('/properties/properties')
    assert job.path('mlflow.source.git.commit').asText() == support.git(basedir, 'rev-parse', 'HEAD')
    assert job.path('mlflow.source.git.repoURL').asText() == 'https://git.example.com/ml/iris.git'

    // In the debug log neither.
    assert [first, second].every { it.contains('[DEBUG]') }
    def token = new File(basedir, 'token/.mvn/jvm.config').readLines().find { it.contains('TEAM_TOKEN') }.split('=', 2)[1]
    [*emulator.secrets(), 'pL' + 'anted-master', token].each { secret -> assert !log.contains(secret) }
    assert !log.contains('[INFO] Azure Identity')
} finally {
    support.closeWorkspace()
}
return true
