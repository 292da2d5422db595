def support = evaluate(new File(its, 'support.groovy'))

new File(basedir, 'src/main/aml').mkdirs()
