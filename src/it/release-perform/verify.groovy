def support = evaluate(new File(its, 'support.groovy'))

support.log(basedir)
def checkout = new File(basedir, 'target/checkout')
assert support.json(new File(checkout, 'target/release-perform-1.0.0-aml.json')).git.commit == support.git(checkout, 'rev-parse', 'HEAD')
