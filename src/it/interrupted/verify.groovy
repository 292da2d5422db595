import io.github.amlmaven.emulator.Fault
import java.util.concurrent.TimeUnit

def support = evaluate(new File(its, 'support.groovy'))
def emulator = context.emulator

def start = { String log ->
    def command = ["$mavens/apache-maven-$mavenVersion/bin/mvn", '-B', '-s', "$its/settings.xml",
                   "-Dmaven.repo.local=$localRepositoryPath", 'aml:deploy']
    new ProcessBuilder(command*.toString()).directory(basedir).redirectErrorStream(true)
            .redirectOutput(new File(basedir, log)).start()
}

/** What Ctrl-C sends; but a shell's job in the background ignores that, and SIGTERM goes the same way through the JVM. */
def interrupt = { Process process ->
    def ignored = new File("/proc/${process.pid()}/status").with {
        it.file ? Long.parseUnsignedLong(it.readLines().find { it.startsWith('SigIgn') }.split()[1], 16) : 0L
    }
    assert ['kill', (ignored & 2L) ? '-TERM' : '-INT', process.pid().toString()].execute().waitFor() == 0
}

try {
    // In the middle of it: the code and its component are there, and the pipeline is being written.
    def process
    def began = 0L
    emulator.faults().next('^PUT .*/components/iris/', new Fault.Instead({
        interrupt(process)
        began = System.nanoTime()
        Thread.sleep(5000)
    } as Runnable))
    process = start('stopped.log')
    assert process.waitFor(2, TimeUnit.MINUTES)
    def took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)
    assert process.exitValue() in [130, 143]
    assert took < 1000

    def stopped = new File(basedir, 'stopped.log').text
    assert stopped.contains('created component iris_train:1')
    assert stopped.contains('Stopped while com.example:interrupted:1.0.0 was published to ')
    assert stopped =~ /Written: code [0-9a-f-]+:1, component iris_train:1\./
    assert stopped.contains('Not written: component iris:1.0.0.')
    assert stopped.contains('Run it again to go on: mvn aml:deploy -Daml.subscriptionId=')
    assert support.puts(emulator).size() == 2

    def rest = start('rest.log')
    assert rest.waitFor(2, TimeUnit.MINUTES)
    def finished = new File(basedir, 'rest.log').text
    assert rest.exitValue() == 0: finished
    assert finished.contains('reuse    component iris_train:1')
    assert finished.contains('created component iris:1.0.0')
    assert !finished.contains('Stopped while')
} finally {
    support.closeWorkspace()
}
return true
