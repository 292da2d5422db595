import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher

def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
def definitions = new File(basedir, 'src/main/aml')
new File(definitions, 'scores.yml').text = '''\
    $schema: https://azuremlschemas.azureedge.net/latest/pipelineComponent.schema.json
    type: pipeline
    name: iris_scores
    version: "1"
    jobs:
      train:
        type: command
        component: ./train.yml
        compute: azureml:cpu-cluster
        inputs:
          depth: 4
    '''.stripIndent()
new File(definitions, 'endpoint.yml').text = '''\
    $schema: https://azuremlschemas.azureedge.net/latest/batchEndpoint.schema.json
    name: iris-scores
    auth_mode: aad_token
    defaults:
      deployment_name: blue
    '''.stripIndent()
new File(definitions, 'blue.yml').text = '''\
    $schema: https://azuremlschemas.azureedge.net/latest/pipelineComponentBatchDeployment.schema.json
    name: blue
    endpoint_name: iris-scores
    type: pipeline
    component: ./scores.yml
    settings:
      default_compute: azureml:cpu-cluster
    '''.stripIndent()
support.git(basedir, 'init', '-q', '-b', 'main')
support.append(new File(basedir, '.git/info/exclude'), '.mvn/\ntoken/\nselector.groovy\n*settings*.xml\nmaster-password\n')
support.commitAll(basedir)

def emulator = support.workspace(basedir)
def principal = emulator.principal()

// As `mvn --encrypt-master-password` and `mvn --encrypt-password` of Maven 3 make them; Maven 4 decrypts them, too.
def cipher = new DefaultPlexusCipher()
// Not written in one piece: this file is no output that has a secret.
def master = 'pL' + 'anted-master'
def security = new File(basedir, 'settings-security.xml')
security.text = "<settingsSecurity><master>${cipher.encryptAndDecorate(master, 'settings.security')}</master></settingsSecurity>"
def password = cipher.encryptAndDecorate(principal.secret(), master)
def settings = { String name, String encrypted ->
    new File(basedir, name).text = """\
        <settings>
          <servers>
            <server>
              <id>azure</id>
              <username>${principal.clientId()}</username>
              <password>$encrypted</password>
              <configuration>
                <tenant>${principal.tenantId()}</tenant>
              </configuration>
            </server>
          </servers>
        </settings>
        """.stripIndent()
}
settings('settings.xml', password)

// As `mvnenc` of Maven 4 makes it, with that Maven's own classes. Maven 3 does not know the form.
def libraries = new File(mavens, "apache-maven-${basedir.parentFile.name}/lib").listFiles().findAll { it.name.startsWith('plexus-sec-dispatcher-') }
def classes = new URLClassLoader(libraries*.toURI()*.toURL() as URL[], getClass().classLoader.parent)
if (classes.findResource('org/codehaus/plexus/components/secdispatcher/internal/dispatchers/MasterDispatcher.class') != null) {
    def ours = { String name -> classes.loadClass("org.codehaus.plexus.components.secdispatcher.internal.$name") }
    def security4 = new File(basedir, 'newer-settings-security.xml')
    def secret = new File(basedir, 'master-password')
    secret.text = master
    security4.text = """\
        <settingsSecurity>
          <defaultDispatcher>master</defaultDispatcher>
          <configurations>
            <configuration>
              <name>master</name>
              <properties>
                <property>
                  <name>source</name>
                  <value>file:$secret</value>
                </property>
                <property>
                  <name>cipher</name>
                  <value>AES/GCM/NoPadding</value>
                </property>
              </properties>
            </configuration>
          </configurations>
        </settingsSecurity>
        """.stripIndent()
    support.append(new File(basedir, '.mvn/jvm.config'), "-Dmaven.settings.security=$security4\n")
    def dispatcher = ours('dispatchers.MasterDispatcher').newInstance(
            ['AES/GCM/NoPadding': ours('cipher.AESGCMNoPadding').newInstance()], [file: ours('sources.FileMasterSource').newInstance()])
    password = ours('DefaultSecDispatcher').newInstance([master: dispatcher], security4.toPath()).encrypt(principal.secret(), [name: 'master'])
    assert password.contains('AES/GCM/NoPadding')
}
settings('newer-settings.xml', password)

def form = [grant_type: 'client_credentials', client_id: principal.clientId(), client_secret: principal.secret(),
            scope: 'https://management.azure.com/.default'].collect { name, value -> "$name=${URLEncoder.encode(value, 'UTF-8')}" }
def request = HttpRequest.newBuilder(URI.create("${emulator.address()}/${principal.tenantId()}/oauth2/v2.0/token"))
        .POST(HttpRequest.BodyPublishers.ofString(form.join('&'))).build()
def answer = HttpClient.newBuilder().sslContext(emulator.sslContext()).build()
        .send(request, HttpResponse.BodyHandlers.ofString()).body()
support.environment(basedir, emulator.environment().subMap(['AZURE_AUTHORITY_HOST']))
support.append(new File(basedir, '.mvn/jvm.config'), "-Dsettings.security=$security\n")

def token = new File(basedir, 'token')
support.git(basedir, 'clone', '-q', '.', 'token')
new File(basedir, '.mvn').eachFile { file -> support.append(new File(token, ".mvn/${file.name}"), file.text) }
support.append(new File(token, '.git/info/exclude'), '.mvn/\n')
support.environment(token, [TEAM_TOKEN: new JsonSlurper().parseText(answer).access_token])
support.append(new File(token, '.mvn/jvm.config'), """\
    -Dorg.slf4j.simpleLogger.defaultLogLevel=debug
    -Dmaven.logger.defaultLogLevel=debug
    """.stripIndent())
return true
