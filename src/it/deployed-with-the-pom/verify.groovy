def support = evaluate(new File(its, 'support.groovy'))

def (deploy, signed, others, nobody, sigstore) = support.runs(basedir)
def deployed = new File(basedir, 'repository/com/example/deployed-with-the-pom/1.0.0')
def name = 'deployed-with-the-pom-1.0.0'
support.holds(deployed, "${name}.pom", "$name-aml.zip", "$name-aml.zip.sha1", "$name-aml.json", "$name-aml.json.sha1", "$name-aml.zip.asc")

assert signed =~ /com\.example:deployed-with-the-pom:1\.0\.0 was signed at \S+ by [0-9A-F]{40} \(Team <team@example\.org>\)\./
assert signed.contains('com.example:deployed-with-the-pom:1.0.0 is sound: ')
assert others =~ /1\.0\.0 is refused, and nothing of it was used\. It is signed by [0-9A-F]{16}, which is no trusted key\./
assert nobody.contains('aml.signature=pgp needs aml.keyring, the file with the keys that may sign.')
assert sigstore.contains('aml.signature=sigstore needs a library that the plugin does not bring. Add to the plugin, in the pom:')
assert sigstore.contains('<artifactId>sigstore-java</artifactId>')
// Nor has Maven downloaded it for anybody.
assert !new File(localRepositoryPath, 'dev/sigstore').exists()
