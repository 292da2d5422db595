def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def installed = new File(localRepositoryPath, 'com/example/installed-with-the-jar/1.0.0')
def name = 'installed-with-the-jar-1.0.0'
support.holds(installed, "${name}.jar", "${name}.pom", "${name}-aml.zip", "${name}-aml.json")
for (type in ['zip', 'json']) {
    assert new File(installed, "$name-aml.$type").bytes == new File(basedir, "target/$name-aml.$type").bytes
}
