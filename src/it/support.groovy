/*
 * What the integration tests share: `def support = evaluate(new File(its, 'support.groovy'))`.
 */

import static groovy.io.FileType.FILES

import com.fasterxml.jackson.databind.ObjectMapper
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.amlmaven.emulator.Azurite
import io.github.amlmaven.emulator.Emulator
import io.github.amlmaven.emulator.Settings
import java.security.MessageDigest
import java.util.function.Supplier
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import java.util.zip.ZipEntry
import java.util.zip.ZipFile
import java.util.zip.ZipOutputStream

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

/** Copies a folder and all that is in it. */
void copy(File from, File to) {
    from.eachFileRecurse(FILES) {
        def copy = new File(to, from.toPath().relativize(it.toPath()).toString())
        copy.parentFile.mkdirs()
        copy.bytes = it.bytes
    }
}

/** Lays the smallest pipeline with a component and code into a folder; it passes the gate. */
void pipeline(File folder) {
    copy(new File(its, 'skeleton'), folder)
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

/** A run in pieces, each of which begins with a goal of the plugin. */
List<String> goals(String run) {
    run.split(/(?m)^(?=\[INFO] --- aml\b)/).drop(1).toList()
}

/** What the plugin itself said in a run, as Maven printed it, without Maven's own advice on errors. */
List<String> shown(String run) {
    def ours = false
    run.readLines().takeWhile { !it.contains('-> [Help 1]') }.findAll { line ->
        if (line =~ /^\[INFO] (--- |-{20})/) {
            ours = line =~ /^\[INFO] --- aml\b/
            return false
        }
        return (ours || line.startsWith('[ERROR]')) && line != '[INFO] '
    }
}

/**
 * Tells people, where the build is for people, what a command printed; and holds the README to it, where that shows the same command. There, `...`
 * stands for lines that are left out.
 */
void tell(String command, List<String> printed) {
    if (binding.hasVariable('story')) {
        // Whatever the scripts of Invoker print goes into a log, where nobody looks.
        new FileOutputStream(FileDescriptor.out) << "\n\$ $command\n${printed.join('\n')}\n".getBytes('UTF-8')
    }
    def readme = new File(its, '../../README.md').readLines('UTF-8')
    def at = readme.indexOf("\$ $command".toString())
    if (at >= 0) {
        def promised = (readme.drop(at + 1).takeWhile { it != '```' && !it.startsWith('$ ') } - '...')*.trim()
        if (!readme.any { it.contains("aml-maven-plugin:${pluginVersion()}:") }) {
            // The example's pom has another version then, and so its commit has another name.
            promised = promised.collect { unversioned(it) }
            printed = printed.collect { unversioned(it) }
        }
        def kept = printed*.trim().findAll { it in promised }
        assert kept == promised: "The README shows for '$command' what is not printed, or in another order: ${promised - kept}"
    }
}

String pluginVersion() {
    new XmlSlurper().parse(new File(its, '../../pom.xml')).version
}

/** A line without what follows from the version of the plugin. */
String unversioned(String line) {
    line.replaceAll(/\b[0-9a-f]{40}([0-9a-f]{24})?\b/, 'x').replaceAll(/aml-maven-plugin:[^:]+:/, 'aml-maven-plugin:x:')
}

/** Whether a log shows a finding, which stands below the line of its file. */
void shows(String log, String path, String finding) {
    def lines = log.readLines()*.replaceFirst(/^\[(ERROR|WARNING)] /, '')
    def at = lines.findIndexOf { it.startsWith("  $finding") }
    assert at > 0
    assert lines.take(at).reverse().find { !it.startsWith('  ') } == path
}

/** Puts a version into a folder that is a Maven repository; a format gives it an empty snapshot that says so of itself. */
void release(File repository, String artifactId, String version, Integer format = null) {
    def project = new File(repository, "com/example/$artifactId")
    def folder = new File(project, version)
    folder.mkdirs()
    new File(folder, "$artifactId-${version}.pom").text = 'Nobody reads it.'
    if (format != null) {
        def manifest = JsonOutput.toJson([
            formatVersion: format, id: "sha256:${'0' * 64}", generator: 'test',
            project: [groupId: 'com.example', artifactId: artifactId, version: version],
            git: [commit: '2' * 40, tree: '3' * 40, committedAt: '2024-07-01T12:00:00Z'],
            assets: [], code: [], files: [], remote: [], exemptions: [], publishable: true])
        new File(folder, "$artifactId-$version-aml.json").text = manifest
        new ZipOutputStream(new FileOutputStream(new File(folder, "$artifactId-$version-aml.zip"))).withCloseable {
            it.putNextEntry(new ZipEntry('snapshot.json'))
            it.write(manifest.bytes)
        }
    }
    def versions = project.listFiles().findAll { it.directory }.collect { "<version>${it.name}</version>" }.sort().join()
    new File(project, 'maven-metadata.xml').text = "<metadata><groupId>com.example</groupId>" +
            "<artifactId>$artifactId</artifactId><versioning><versions>$versions</versions></versioning></metadata>"
    [new File(project, 'maven-metadata.xml'), *folder.listFiles()].each {
        if (!it.name.endsWith('.sha1')) {
            new File("${it}.sha1").text = MessageDigest.getInstance('SHA-1').digest(it.bytes).encodeHex()
        }
    }
}

/** Serves a folder over HTTP, on this machine alone, to those who say `user:password`; then something may happen. */
Object serve(File folder, String credentials, Closure afterwards = {}) {
    // Some Mavens hide the platform's own classes from plugins.
    def classes = ClassLoader.platformClassLoader
    def handler = classes.loadClass('com.sun.net.httpserver.HttpHandler')
    def server = classes.loadClass('com.sun.net.httpserver.HttpServer').create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    def expected = 'Basic ' + credentials.bytes.encodeBase64()
    server.createContext('/', { exchange ->
        def file = new File(folder, exchange.requestURI.path)
        def allowed = exchange.requestHeaders.getFirst('Authorization') == expected
        def content = allowed && file.file ? file.bytes : new byte[0]
        if (!allowed) {
            exchange.responseHeaders.add('WWW-Authenticate', 'Basic realm="team"')
        }
        exchange.sendResponseHeaders(!allowed ? 401 : file.file ? 200 : 404, content.length ?: -1)
        exchange.responseBody.write(content)
        exchange.close()
        afterwards(file)
    }.asType(handler))
    server.start()
    return server
}

/** The address of a server. */
String address(Object server) {
    "http://127.0.0.1:${server.address.port}/"
}

/** An address where nobody listens. It is taken for as long as the test lasts: a port that is free may be anybody's by the time that it is asked. */
String addressOfNobody() {
    context.nobody = new Socket()
    context.nobody.bind(new InetSocketAddress(InetAddress.loopbackAddress, 0))
    "http://127.0.0.1:${context.nobody.localPort}/"
}

/** Settings with one repository, called team, and what else goes in; the network is not asked. */
void settings(File file, String url, String more = '') {
    file.text = """\
        <settings>
          $more
          <profiles>
            <profile>
              <id>team</id>
              <repositories>
                <repository>
                  <id>team</id>
                  <url>$url</url>
                </repository>
                <repository>
                  <id>central</id>
                  <url>${new File(file.parentFile, 'empty').toURI()}</url>
                </repository>
              </repositories>
            </profile>
          </profiles>
          <activeProfiles>
            <activeProfile>team</activeProfile>
          </activeProfiles>
        </settings>""".stripIndent()
}

/** What settings say for a server to be told. */
String password(String id, String credentials) {
    def (user, password) = credentials.split(':')
    "<servers><server><id>$id</id><username>$user</username><password>$password</password></server></servers>"
}

/**
 * Starts a workspace of Azure ML on this machine, for the builds of a folder and of those in it, with the environment that the smallest pipeline
 * refers to. The test ends it with `closeWorkspace`.
 */
Object workspace(File folder) {
    def home = new File(its).parentFile.parentFile.toPath()
    def azurite = Azurite.start(home)
    def emulator = Emulator.start(Settings.usual().in(home).atOnce(), { azurite } as Supplier, {} as Runnable)
    context.azurite = azurite
    context.emulator = emulator
    def environment = new ObjectMapper().createObjectNode()
    environment.putObject('properties').put('image', 'example.org/iris@sha256:' + '1' * 64)
    emulator.write("${emulator.workspaceId()}/environments/iris/versions/3", environment)
    append(new File(folder, '.mvn/jvm.config'), """\
        -Djavax.net.ssl.trustStore=${emulator.trustStore()}
        -Djavax.net.ssl.trustStorePassword=${emulator.trustStorePassword()}
        """.stripIndent())
    append(new File(folder, '.mvn/maven.config'), """\
        -Daml.endpoint=${emulator.address()}
        -Daml.subscriptionId=${Emulator.SUBSCRIPTION}
        -Daml.resourceGroup=${Emulator.GROUP}
        -Daml.workspace=${Emulator.WORKSPACE}
        """.stripIndent())
    return emulator
}

/** Sets variables as if they were in the environment, which a test cannot give an address that is not known yet. */
void environment(File folder, Map<String, String> variables) {
    append(new File(folder, '.mvn/jvm.config'), variables.collect { name, value -> "-Denv.$name=$value\n" }.join())
}

void closeWorkspace() {
    context.emulator.close()
    context.azurite.close()
}

/** The paths of what was put into a workspace, blobs left out, in their order. */
List<String> puts(Object emulator) {
    emulator.log().writes().findAll { it.method() == 'PUT' && it.path().startsWith('/subscriptions/') }*.path()
            .collect { it - emulator.workspaceId() }
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
