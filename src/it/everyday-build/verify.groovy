def support = evaluate(new File(its, 'support.groovy'))

// A project, its parent, its modules and its own BOM may be SNAPSHOTs of one commit.
support.log(basedir)
assert support.refusals(basedir).isEmpty()
assert support.refusals(new File(basedir, 'ml')).isEmpty()
support.holds(basedir, 'ml/target/ml-2.0.0-SNAPSHOT-aml.zip')

// What is different in a target is captured with what is published there.
def zip = new java.util.zip.ZipFile(new File(basedir, 'ml/target/ml-2.0.0-SNAPSHOT-aml.zip'))
zip.withCloseable { assert it.getEntry('source/overlays/prod.yml') }
