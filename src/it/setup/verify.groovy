import static java.nio.file.StandardCopyOption.REPLACE_EXISTING

import java.nio.file.Files

def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
// Called by name, for which no pom has to say anything.
support.holds(basedir, 'target/setup-1.0.0-aml.zip', 'target/setup-1.0.0-aml.json')

def dumped = new File(basedir, 'target/classes.jsa')
if (dumped.file) {
    new File(classes).mkdirs()
    Files.move(dumped.toPath(), new File(classes, "${mavenVersion}.jsa").toPath(), REPLACE_EXISTING)
}
return true
