def support = evaluate(new File(its, 'support.groovy'))

context.get('server').stop(0)
def runs = support.runs(basedir)
def table = /(?s).*\n\[INFO] 1\.1      2{10}  2024-07-01 12:00  nothing  0\r?\n\[INFO] 1\.0      2{10}  2024-07-01 12:00           0\r?\n.*/
assert runs[0] ==~ table
assert !runs[0].contains('[INFO] 1.2 ')

// What was deployed a moment ago is there, and then offline, too.
assert runs[1] ==~ table && runs[1].contains('[INFO] 1.2 ')
assert runs[2] ==~ table && runs[2].contains('[INFO] 1.2 ')
assert support.json(new File(basedir, 'outside.json')).versions*.version == ['1.1', '1.0']

// Nothing is written that nobody asked for.
support.lacks(basedir, 'target', '${project.basedir}')

assert runs[3].contains('There is no project here, so say whose snapshot: -Daml.artifact=groupId:artifactId, with :version or without.')
assert runs[4].contains("aml.artifact is 'com.example:outside:1.0'; it takes groupId:artifactId here, for all versions.")

assert runs[5].contains('aml.artefact: aml.artifact is meant')
assert runs[6].contains('[WARNING] Nothing of this plugin reads aml.image.')
assert runs[6] ==~ table
