def support = evaluate(new File(its, 'support.groovy'))

assert support.log(basedir).contains('No Azure ML definition in the commit matches aml.definitions: src/main/aml/**/*.yml, ')
support.lacks(basedir, 'target/no-definitions-1.0.0-aml.zip')
