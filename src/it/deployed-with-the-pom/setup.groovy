import io.github.amlmaven.signature.Keys

def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'deployed-with-the-pom')
support.pipeline(basedir)
support.append(new File(basedir, '.gitignore'), 'repository/\nsigning.key\n')
def keys = Keys.of('Team <team@example.org>')
new File(basedir, 'signing.key').bytes = keys.armoredSecret()
new File(basedir, 'keys.asc').bytes = keys.armored()
new File(basedir, 'others.asc').bytes = Keys.of('Others <others@example.org>').armored()
support.commitAll(basedir)
