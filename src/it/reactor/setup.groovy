def support = evaluate(new File(its, 'support.groovy'))

['north', 'south', 'west'].each { support.pipeline(new File(basedir, it)) }
['reactor', 'north', 'south', 'west'].each { support.forget(localRepositoryPath, it) }
support.append(new File(basedir, '.gitignore'), 'target/\n')
support.commitAll(basedir)
