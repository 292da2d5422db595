import static groovy.io.FileType.FILES

def support = evaluate(new File(its, 'support.groovy'))

def log = new File(basedir, 'build.log').getText('UTF-8')
def (verified, called, checked) = log.split('Scanning for projects').drop(1).collectMany { support.goals(it) }
for (run in [verified, called, checked]) {
    support.shows(run, 'src/main/aml/iris.yml', '15:77  secret/shared-access-signature  Shared access signature, 46 characters')
    support.shows(run, 'src/main/python/settings.py', '1:10  secret/github-token  GitHub token, 40 characters')
}
assert verified.contains('no zip is written')

def target = new File(basedir, 'target')
assert !target.listFiles().any { it.name.endsWith('.zip') || it.name.endsWith('-aml.json') || it.name.contains('unpublishable') }

def findings = support.json(new File(target, 'aml/findings.json')).findings
assert findings*.rule.count { it.startsWith('secret/') } == 2

// Nowhere, not even a part of it, and not in what Maven says of itself either.
def secrets = ['w2RkT9bQz7', 'P1dFgA5uKe3oSi', 'Zk3vT8qLw1', 'uKe4oSiVtQx0']
assert secrets.every { !log.contains(it) }
target.eachFileRecurse(FILES) { file -> assert secrets.every { !file.getText('UTF-8').contains(it) } }
