def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.commitAll(basedir)
def clone = { String name, String umask, String... options ->
    def command = "umask $umask && git clone -q ${options.join(' ')} file://$basedir ../$name"
    assert ['sh', '-c', command.toString()].execute(null, basedir).waitFor() == 0
}
clone('one', '077', '-c', 'core.autocrlf=true')
clone('two', '002')
clone('three', '022', '--depth', '1')
support.git(new File(basedir, '../two'), 'checkout', '-q', '--detach')
assert new File(basedir, '../one/src/main/aml/iris.yml').text.contains('\r\n')
