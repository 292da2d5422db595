import groovy.xml.XmlSlurper

def support = evaluate(new File(its, 'support.groovy'))

def (checked, captured) = support.runs(basedir)
def lines = checked.readLines()
assert lines.contains('::error file=src/main/aml/conda.yml,line=8,col=9,title=pip/range::mlflow>=2.10: '
        + 'A range takes the newest version inside it on the day that the environment is built. '
        + 'Write mlflow==<version>, with the version that you tested.')
assert lines.count { it.startsWith('::error ') } == 4
assert !checked.contains('##vso[')

lines = captured.readLines()
assert lines.count { it.startsWith('##vso[task.logissue type=warning;sourcepath=src/main/aml/') } == 4
assert !captured.contains('::error ')

def run = support.json(new File(basedir, 'target/aml/findings.sarif')).runs[0]
def refusals = run.results.findAll { it.level == 'error' }
assert refusals*.ruleId == ['conda/fuzzy', 'conda/no-version', 'pip/range', 'image/latest']
assert refusals[2].locations[0].physicalLocation.with { [artifactLocation.uri, region.startLine, region.startColumn] } ==
        ['src/main/aml/conda.yml', 8, 9]

def report = new XmlSlurper().parse(new File(basedir, 'target/aml/TEST-aml.xml'))
assert report.@failures == 4
assert report.testcase.find { it.@name == 'pip/range' }.failure.text().startsWith('src/main/aml/conda.yml:8:9: mlflow>=2.10: ')
assert report.testcase.find { it.@name == 'pip/pre' }.failure.isEmpty()
