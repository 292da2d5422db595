import io.github.amlmaven.emulator.Fault
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
    // In the middle of it: the code and its component are there, and the pipeline is being written.
    def process
    def began = 0L
    emulator.faults().next('^PUT .*/components/iris/', new Fault.Instead({
        interrupt(process)
        began = System.nanoTime()
        Thread.sleep(5000)
    } as Runnable))
    def command = ["$mavens/apache-maven-$mavenVersion/bin/mvn", '-B', '-s', "$its/settings.xml",
                   "-Dmaven.repo.local=$localRepositoryPath", 'package', 'aml:deploy']
    def builder = new ProcessBuilder(command*.toString()).directory(basedir).redirectErrorStream(true)
            .redirectOutput(new File(basedir, 'stopped.log'))
    builder.environment().MAVEN_OPTS = jvm
    process = builder.start()
    assert process.waitFor(2, TimeUnit.MINUTES)
    context.took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)
    context.exit = process.exitValue()
    context.written = support.puts(emulator).size()
} catch (Throwable e) {
    support.closeWorkspace()
    throw e
}
return true
