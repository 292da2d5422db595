import io.github.amlmaven.emulator.Fault
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.git(basedir, 'init', '-q', '-b', 'main')
support.append(new File(basedir, '.git/info/exclude'), '.mvn/\nselector.groovy\n*.log\n')
support.commitAll(basedir)
def emulator = support.workspace(basedir)
support.environment(basedir, emulator.environment())

/** What Ctrl-C sends; but a shell's job in the background ignores that, and SIGTERM goes the same way through the JVM. */
def interrupt = { Process process ->
    def ignored = new File("/proc/${process.pid()}/status").with {
        it.file ? Long.parseUnsignedLong(it.readLines().find { it.startsWith('SigIgn') }.split()[1], 16) : 0L
    }
    assert ['kill', (ignored & 2L) ? '-TERM' : '-INT', process.pid().toString()].execute().waitFor() == 0
}

try {
    // In the middle of it: the code and its component are there, and the pipeline is being written. That is not answered before the process is over;
    // who waited for the answer would do so for longer than this waits for the end.
    def process
    def stopped = new CompletableFuture<Map>()
    emulator.faults().next('^PUT .*/components/iris/', new Fault.Instead({
        interrupt(process)
        stopped.complete([atOnce: process.waitFor(1, TimeUnit.MINUTES), written: support.puts(emulator).size()])
    } as Runnable))
    def command = ["$mavens/apache-maven-$mavenVersion/bin/mvn", '-B', '-s', "$its/settings.xml",
                   "-Dmaven.repo.local=$localRepositoryPath", 'package', 'aml:deploy']
    def builder = new ProcessBuilder(command*.toString()).directory(basedir).redirectErrorStream(true)
            .redirectOutput(new File(basedir, 'stopped.log'))
    builder.environment().MAVEN_OPTS = jvm
    process = builder.start()
    assert process.waitFor(4, TimeUnit.MINUTES)
    context.stopped = stopped.get(1, TimeUnit.MINUTES)
    context.exit = process.exitValue()
} catch (Throwable e) {
    support.closeWorkspace()
    throw e
}
return true
