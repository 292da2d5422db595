def support = evaluate(new File(its, 'support.groovy'))

support.pipeline(basedir)
// What teams share lies beside the project, in the same repository.
new File(basedir, 'src/main/python').renameTo(new File(basedir.parentFile, 'common'))
support.edit(new File(basedir, 'src/main/aml/train.yml'), 'code: ../python', 'code: ../../../../common')
support.commitAll(basedir.parentFile)
