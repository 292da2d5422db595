def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def deployed = new File(basedir, 'repository/com/example/deployed-with-the-pom/1.0.0')
def name = 'deployed-with-the-pom-1.0.0'
support.holds(deployed, "${name}.pom", "$name-aml.zip", "$name-aml.zip.sha1", "$name-aml.json", "$name-aml.json.sha1")
