def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
support.git(basedir, 'init', '-q', '-b', 'main')
support.append(new File(basedir, '.git/info/exclude'), '.mvn/\nselector.groovy\n*.log\n')
support.commitAll(basedir)
def emulator = support.workspace(basedir)
support.environment(basedir, emulator.environment())
return true
