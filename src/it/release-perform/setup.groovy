def support = evaluate(new File(its, 'support.groovy'))

// As release:perform does: a clone of a tag, in a folder that the repository around it ignores.
support.pipeline(basedir)
support.commitAll(basedir)
support.git(basedir, 'tag', 'release-perform-1.0.0')
support.git(basedir, 'clone', '-q', '--depth', '1', '--branch', 'release-perform-1.0.0', "file://$basedir", 'target/checkout')
support.append(new File(basedir, 'src/main/aml/iris.yml'), '# The next version is being worked on.\n')
