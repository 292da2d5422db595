def support = evaluate(new File(its, 'support.groovy'))

support.closeWorkspace()
assert context.exit in [130, 143]
assert context.stopped == [atOnce: true, written: 2]

def stopped = new File(basedir, 'stopped.log').text
assert stopped.contains('created component iris_train:1')
assert stopped.contains('Stopped while com.example:interrupted:1.0.0 was published to ')
assert stopped =~ /Written: code [0-9a-f-]+:1, component iris_train:1\./
assert stopped.contains('Not written: component iris:1.0.0.')
assert stopped.contains('Run it again to go on: mvn aml:deploy -Daml.subscriptionId=')

def finished = support.log(basedir)
assert finished.contains('reuse    component iris_train:1')
assert finished.contains('created component iris:1.0.0')
assert !finished.contains('Stopped while')
