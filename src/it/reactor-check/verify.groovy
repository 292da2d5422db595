def support = evaluate(new File(its, 'support.groovy'))

def log = support.log(basedir)
// Everything of every module, before anything is built.
support.shows(log, 'floating/src/main/aml/train.yml', '12:14  asset/label  azureml:iris@latest')
support.shows(log, 'missing/src/main/aml/iris.yml', '9:16  definition/missing-file  ./train.yml')
support.lacks(basedir, 'built-first/target')

assert support.refusals(basedir)*.rule == ['asset/label', 'definition/missing-file']
