import com.fasterxml.jackson.databind.node.JsonNodeFactory
import io.github.amlmaven.emulator.Azurite
import io.github.amlmaven.emulator.Emulator
import io.github.amlmaven.emulator.Settings
import java.util.function.Supplier

def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
new File(basedir, 'src/main/aml/nightly.yml').text = '''\
    $schema: https://azuremlschemas.azureedge.net/latest/schedule.schema.json
    name: iris-nightly
    trigger:
      type: cron
      expression: "0 3 * * *"
    create_job: ./iris.yml
    '''.stripIndent()
new File(basedir, '.mvn').mkdirs()
support.git(basedir, 'init', '-q', '-b', 'main')
support.append(new File(basedir, '.git/info/exclude'), '.mvn/\nchanged/\nselector.groovy\n')
support.commitAll(basedir)

support.git(basedir, 'clone', '-q', '.', 'changed')
def changed = new File(basedir, 'changed')
support.edit(new File(changed, 'pom.xml'), '<version>1.4.0</version>', '<version>1.5.0</version>')
support.edit(new File(changed, 'src/main/python/train.py'), 'import', 'import antigravity, ')
support.edit(new File(changed, 'src/main/aml/train.yml'), 'version: "1"', 'version: "2"')
support.git(changed, 'add', '-A')
support.git(changed, 'commit', '-q', '-m', 'A change that went wrong')

// A workspace on this machine, with what the pipeline refers to.
def home = new File(its).parentFile.parentFile.toPath()
def azurite = Azurite.start(home)
def emulator = Emulator.start(Settings.usual().in(home), { azurite } as Supplier, {} as Runnable)
context.azurite = azurite
context.emulator = emulator
def compute = JsonNodeFactory.instance.objectNode()
compute.putObject('properties').put('computeType', 'AmlCompute')
emulator.write(emulator.workspaceId() + '/computes/cpu-cluster', compute)
def environment = JsonNodeFactory.instance.objectNode()
environment.putObject('properties').put('image', 'example.org/iris@sha256:' + '1' * 64)
emulator.write(emulator.workspaceId() + '/environments/iris/versions/3', environment)

def options = ["-Djavax.net.ssl.trustStore=${emulator.trustStore()}",
               "-Djavax.net.ssl.trustStorePassword=${emulator.trustStorePassword()}"]
// As if they were in the environment, which a test cannot give an address that is not known yet.
emulator.environment().each { name, value -> options << "-Denv.$name=$value" }
support.append(new File(basedir, '.mvn/jvm.config'), options.join('\n') + '\n')
support.append(new File(basedir, '.mvn/maven.config'), """\
    -Daml.endpoint=${emulator.address()}
    -Daml.subscriptionId=${Emulator.SUBSCRIPTION}
    -Daml.resourceGroup=${Emulator.GROUP}
    -Daml.workspace=${Emulator.WORKSPACE}
    """.stripIndent())
return true
