def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def entries = support.entries(new File(basedir, 'target/subfolder-1.0.0-aml.zip'))
assert 'source/common/train.py' in entries
assert 'source/project/src/main/aml/iris.yml' in entries
