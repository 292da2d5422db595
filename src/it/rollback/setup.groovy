import com.fasterxml.jackson.databind.node.JsonNodeFactory
import io.github.amlmaven.emulator.Azurite
import io.github.amlmaven.emulator.Emulator
import io.github.amlmaven.emulator.ForwardProxy
import io.github.amlmaven.emulator.Settings
import java.util.function.Supplier

def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'taxi')
support.copy(new File(its, 'taxi-fare/src'), new File(basedir, 'src'))
new File(basedir, '.gitignore').text = 'target/\n'
support.git(basedir, 'init', '-q', '-b', 'main')
support.append(new File(basedir, '.git/info/exclude'), '.mvn/\nchanged/\nselector.groovy\nreason.properties\n')
support.commitAll(basedir)

support.git(basedir, 'clone', '-q', '.', 'changed')
def changed = new File(basedir, 'changed')
support.edit(new File(changed, 'pom.xml'), '<version>1.4.0</version>', '<version>1.5.0</version>')
support.edit(new File(changed, 'src/main/python/prepare/prepare.py'), 'LARGEST_MILES = 100.0', 'LARGEST_MILES = 1.0')
support.edit(new File(changed, 'src/main/aml/components/prepare.yml'), 'version: "3"', 'version: "4"')
support.git(changed, 'commit', '-q', '-a', '-m', 'A change that went wrong')
support.git(changed, 'push', '-q', 'origin', 'HEAD:changed')

// A workspace, with what the pipeline refers to; Azure's own names lead to it, behind the proxy of a company that signs certificates itself.
def home = new File(its).parentFile.parentFile.toPath()
def azurite = Azurite.start(home)
def emulator = Emulator.start(
        Settings.usual().in(home).atOnce().withStorageSuffix('core.windows.net'), { azurite } as Supplier, {} as Runnable)
// Not written in one piece: this file is no output that has a secret.
def proxy = ForwardProxy.start(emulator, 'ada', 'pL' + 'anted-pr0xy')
context.putAll([azurite: azurite, emulator: emulator, proxy: proxy])
def there = { String path, Map<String, String> properties ->
    def answer = JsonNodeFactory.instance.objectNode()
    properties.each { name, value -> answer.withObject('/properties').put(name, value) }
    emulator.write("${emulator.workspaceId()}/$path", answer)
}
there('computes/cpu-cluster', [computeType: 'AmlCompute'])
there('computes/cpu-cluster-large', [computeType: 'AmlCompute'])
there('data/nyc-yellow-taxi-trips/versions/2024-06', [dataType: 'uri_folder', dataUri: 'https://example.org/trips'])

def settings = new File(basedir, '.mvn/settings.xml')
support.append(settings, """\
    <settings>
      <proxies>
        <proxy>
          <id>company</id>
          <protocol>https</protocol>
          <host>127.0.0.1</host>
          <port>${proxy.address().port}</port>
          <username>ada</username>
          <password>${'pL' + 'anted-pr0xy'}</password>
          <nonProxyHosts>localhost|*.internal.example.com</nonProxyHosts>
        </proxy>
      </proxies>
    </settings>
    """.stripIndent())
def options = ["-Djavax.net.ssl.trustStore=${emulator.trustStore()}",
               "-Djavax.net.ssl.trustStorePassword=${emulator.trustStorePassword()}",
               '-Djdk.http.auth.tunneling.disabledSchemes=']
// As if they were in the environment, which a test cannot give a principal that is not known yet.
['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'].each {
    options << "-Denv.$it=${emulator.environment()[it]}"
}
support.append(new File(basedir, '.mvn/jvm.config'), options.join('\n') + '\n')
support.append(new File(basedir, '.mvn/maven.config'), "-gs\n$settings\n")
return true
