def support = evaluate(new File(its, 'support.groovy'))

assert support.log(basedir).contains("The repository $basedir has no commit yet.")
support.lacks(basedir, 'target/no-commit-1.0.0-aml.zip')
