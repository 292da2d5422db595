/*
 * What the integration tests share: `def support = evaluate(new File(its, 'support.groovy'))`.
 */

import static groovy.io.FileType.FILES

import groovy.json.JsonSlurper
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import java.util.zip.ZipFile

/** Runs git as nobody in particular, so that the same files give the same commit everywhere. */
String git(File folder, String... arguments) {
    def builder = new ProcessBuilder(['git', *arguments]).directory(folder).redirectErrorStream(true)
    builder.environment().with {
        keySet().removeIf { it.startsWith('GIT_') }
        GIT_CONFIG_NOSYSTEM = '1'
        GIT_CONFIG_GLOBAL = '/dev/null'
        ['AUTHOR', 'COMMITTER'].each { who ->
            put("GIT_${who}_NAME".toString(), 'Ada Example')
            put("GIT_${who}_EMAIL".toString(), 'ada@example.com')
            put("GIT_${who}_DATE".toString(), '2024-07-01T12:00:00+00:00')
        }
    }
    def process = builder.start()
    def output = process.inputStream.getText('UTF-8')
    assert process.waitFor() == 0: "git ${arguments.join(' ')}: $output"
    return output.trim()
}

/** Makes a folder a repository of its own, with everything in it staged but what the test itself consists of. */
void stageAll(File folder) {
    git(folder, 'init', '-q', '-b', 'main')
    append(new File(folder, '.git/info/exclude'), 'build.log\ninvoker.properties\nsetup.groovy\nverify.groovy\n')
    git(folder, 'add', '-A')
}

/** Makes a folder a repository of its own, with one commit of everything in it. */
void commitAll(File folder) {
    stageAll(folder)
    git(folder, 'commit', '-q', '-m', 'All there is')
}

/** Lays the smallest pipeline with a component and code into a folder; it passes the gate. */
void pipeline(File folder) {
    def skeleton = new File(its, 'skeleton')
    skeleton.eachFileRecurse(FILES) {
        def copy = new File(folder, skeleton.toPath().relativize(it.toPath()).toString())
        copy.parentFile.mkdirs()
        copy.bytes = it.bytes
    }
}

/** Replaces what must be there. */
void edit(File file, String from, String to) {
    assert file.text.contains(from)
    file.text = file.text.replace(from, to)
}

void append(File file, String text) {
    file.parentFile.mkdirs()
    file << text
}

/** Puts an artifact into the local repository, as a build of somebody else's would have. */
void publish(File localRepository, String groupId, String artifactId, String version, String model, String packaging = 'pom') {
    def folder = new File(localRepository, "${groupId.replace('.', '/')}/$artifactId/$version")
    folder.mkdirs()
    new File(folder, "$artifactId-${version}.pom").text = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>$groupId</groupId>
  <artifactId>$artifactId</artifactId>
  <version>$version</version>
  <packaging>$packaging</packaging>$model
</project>
"""
    if (packaging == 'jar') {
        new JarOutputStream(new FileOutputStream(new File(folder, "$artifactId-${version}.jar")), new Manifest()).close()
    }
}

/** Takes what an earlier run installed out of the local repository. */
void forget(File localRepository, String artifactId) {
    new File(localRepository, "com/example/$artifactId").deleteDir()
}

/** The log of all runs of a project; it never shows a stack trace, nor Maven's complaints about the plugin. */
String log(File basedir) {
    def log = new File(basedir, 'build.log').getText('UTF-8')
    assert !log.contains('Plugin validation issues')
    assert !(log =~ /(?m)^\s+at [\w.$\/]+\(/).find()
    assert !log.contains('Caused by:')
    return log
}

/** The logs of a project's runs, one by one. */
List<String> runs(File basedir) {
    log(basedir).split('Scanning for projects').drop(1).toList()
}

/** Whether a log shows a finding, which stands below the line of its file. */
void shows(String log, String path, String finding) {
    def lines = log.readLines()*.replaceFirst(/^\[(ERROR|WARNING)] /, '')
    def at = lines.findIndexOf { it.startsWith("  $finding") }
    assert at > 0
    assert lines.take(at).reverse().find { !it.startsWith('  ') } == path
}

void holds(File folder, String... names) {
    names.each { assert new File(folder, it).file }
}

void lacks(File folder, String... names) {
    names.each { assert !new File(folder, it).exists() }
}

/** What a snapshot's zip holds, and how many bytes each has. */
Map<String, Long> sizes(File zip) {
    new ZipFile(zip).withCloseable { it.entries().collectEntries { entry -> [entry.name, entry.size] } }
}

Set<String> entries(File zip) {
    sizes(zip).keySet()
}

byte[] entry(File zip, String name) {
    new ZipFile(zip).withCloseable { it.getInputStream(it.getEntry(name)).bytes }
}

Object json(File file) {
    new JsonSlurper().parse(file, 'UTF-8')
}

/** What refuses. There are warnings besides, as long as the plugin under test is a SNAPSHOT and nobody has pushed the test's commit. */
List<Map> refusals(File basedir) {
    json(new File(basedir, 'target/aml/findings.json')).findings.findAll { it.severity == 'refuse' }
}

return this
