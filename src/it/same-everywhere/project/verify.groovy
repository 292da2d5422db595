import static java.util.concurrent.TimeUnit.MINUTES

def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def made = { String clone, String extension -> new File(basedir, "../$clone/target/same-everywhere-1.0.0-aml.$extension") }
for (type in ['zip', 'json']) {
    assert made('one', type).bytes == made('two', type).bytes
}

// Once more on a newer Java, where the machine has one beside this one.
def newer = new File(System.getProperty('java.home')).parentFile.listFiles().find {
    def release = new File(it, 'release')
    release.file && release.text =~ /JAVA_VERSION="(2[5-9]|[3-9][0-9])/
}
if (newer != null) {
    def command = ["$mavens/apache-maven-$mavenVersion/bin/mvn", '-B', '-o', '-s', "$its/settings.xml", "-Dmaven.repo.local=$localRepositoryPath", 'package']
    def builder = new ProcessBuilder(command*.toString())
            .directory(new File(basedir, '../three'))
            .redirectErrorStream(true)
            .redirectOutput(new File(basedir, 'newer-java.log'))
    builder.environment().putAll([JAVA_HOME: newer.path, MAVEN_OPTS: jvm])
    assert builder.start().with { it.waitFor(5, MINUTES) && it.exitValue() == 0 }
    for (type in ['zip', 'json']) {
        assert made('one', type).bytes == made('three', type).bytes
    }
}
