def support = evaluate(new File(its, 'support.groovy'))

for (run in support.runs(basedir)) {
    support.shows(run, 'circle/src/main/aml/loop.yml', '7:16  definition/cycle  ./loop.yml')
    support.shows(run, 'duplicate-key/src/main/aml/train.yml', '5:1  definition/unreadable')
    support.shows(run, 'latin-1/src/main/aml/train.yml', '2:16  definition/unreadable')
    support.shows(run, 'missing-file/src/main/aml/iris.yml', '9:16  definition/missing-file  ./train.yml')
    support.shows(run, 'missing-file/pom.xml', '29:24  overlay/missing  overlays/prod.yml')
    support.shows(run, 'outside/src/main/aml/train.yml', '11:7  definition/outside-repository  ../../../../../elsewhere')
}
for (module in ['circle', 'duplicate-key', 'latin-1', 'missing-file', 'outside']) {
    assert !new File(basedir, "$module/target").list().any { it.endsWith('.zip') }
}
