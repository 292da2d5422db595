import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.commitAll(basedir)
support.append(new File(basedir, '.git/info/exclude'), 'now/\ndirty/\nkilled/\nrestored/\nharmed/\nhostile.zip\n')

for (name in ['now', 'dirty', 'killed']) {
    support.git(basedir, 'clone', '-q', '.', name)
    def clone = new File(basedir, name)
    support.git(clone, 'config', 'user.name', 'Ada Example')
    support.git(clone, 'config', 'user.email', 'ada@example.com')
    support.edit(new File(clone, 'src/main/python/train.py'), 'import', 'import antigravity, ')
    support.append(new File(clone, 'src/main/python/added.py'), 'x = 1\n')
    support.append(new File(clone, 'notes.txt'), 'kept\n')
    support.git(clone, 'add', '-A')
    support.git(clone, 'commit', '-q', '-m', 'A change that went wrong')
}
support.append(new File(basedir, 'dirty/notes.txt'), 'edited\n')
new File(basedir, 'killed/.git/aml-restore/new').mkdirs()

new ZipOutputStream(new FileOutputStream(new File(basedir, 'hostile.zip'))).withCloseable { zip ->
    zip.putNextEntry(new ZipEntry('snapshot.json'))
    zip.write('{"formatVersion": 1}'.bytes)
    zip.putNextEntry(new ZipEntry('source/../../evil.txt'))
    zip.write('harm'.bytes)
}
