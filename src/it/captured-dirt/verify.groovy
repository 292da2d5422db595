def support = evaluate(new File(its, 'support.groovy'))

// A run on this machine would take it, and no clone has it: no pattern excuses that.
support.shows(support.log(basedir), 'src/main/python/secret.py', '1:1  git/untracked')
support.lacks(basedir, 'target/captured-dirt-1.0.0-aml.zip')
