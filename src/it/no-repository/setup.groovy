import java.nio.file.Files

def support = evaluate(new File(its, 'support.groovy'))

// The plugin's own repository is around this folder, so the project lies elsewhere.
support.pipeline(basedir)
def elsewhere = Files.createTempDirectory('no-repository').toFile()
Files.createSymbolicLink(new File(basedir, 'elsewhere').toPath(), elsewhere.toPath())
for (name in ['pom.xml', 'src']) {
    assert new File(basedir, name).renameTo(new File(elsewhere, name))
}
