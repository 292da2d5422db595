def support = evaluate(new File(its, 'support.groovy'))

for (run in support.runs(basedir)) {
    support.shows(run, 'project/pom.xml', '1:1  git/project-not-tracked')
}
support.lacks(basedir, 'target/ignored-folder-1.0.0-aml.zip')
