def support = evaluate(new File(its, 'support.groovy'))

['north', 'south', 'west'].each { support.pipeline(new File(basedir, it)) }
support.append(new File(basedir, '.gitignore'), 'target/\n')
support.commitAll(basedir)
