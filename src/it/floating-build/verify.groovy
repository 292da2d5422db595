def support = evaluate(new File(its, 'support.groovy'))

def findings = support.json(new File(basedir, 'target/aml/findings.json')).findings
        .findAll { it.rule.startsWith('maven/') && it.rule != 'maven/own-snapshot' }
        .collect { [it.path, it.line, it.column, it.severity, it.rule, it.found] }
assert findings == [
    // An extension of Maven itself.
    ['.mvn/extensions.xml', 7, 14, 'refuse', 'maven/snapshot', '1-SNAPSHOT'],
    // The project's own version, since releases are asked for.
    ['ml/pom.xml', 8, 14, 'refuse', 'maven/unreleased-project', '2.0.0-SNAPSHOT'],
    // An extension, a dependency of a plugin, and a plugin of which no pom says the version.
    ['ml/pom.xml', 47, 18, 'refuse', 'maven/snapshot', '1-SNAPSHOT'],
    ['ml/pom.xml', 63, 22, 'refuse', 'maven/snapshot', '2-SNAPSHOT'],
    ['ml/pom.xml', 68, 21, 'warn', 'maven/plugin-version', 'maven-site-plugin'],
    // A parent, and nothing of what it asks for.
    ['orphan/pom.xml', 8, 14, 'refuse', 'maven/snapshot', '8-SNAPSHOT'],
    // A module of the same commit, of which a released one asks for the SNAPSHOT.
    ['orphan/pom.xml', 20, 16, 'refuse', 'maven/unreleased-module', '2.0.0-SNAPSHOT'],
    // What a released parent asks for.
    ['pom.xml', 8, 14, 'refuse', 'maven/snapshot', 'com.example.outside:from-parent:4-SNAPSHOT'],
    // The property of a dependency that another pom has, and what an imported BOM asks for.
    ['pom.xml', 24, 21, 'refuse', 'maven/range', '[1.0,2.0)'],
    ['pom.xml', 25, 18, 'refuse', 'maven/snapshot', 'com.example.outside:from-bom:8-SNAPSHOT'],
    // Managed dependencies, a managed plugin, and an active profile.
    ['pom.xml', 40, 18, 'refuse', 'maven/latest', 'RELEASE'],
    ['pom.xml', 45, 18, 'refuse', 'maven/snapshot', '9-SNAPSHOT'],
    ['pom.xml', 56, 20, 'refuse', 'maven/snapshot', '1.1-SNAPSHOT'],
    ['pom.xml', 74, 20, 'refuse', 'maven/latest', 'LATEST'],
]

def log = support.log(basedir)
support.shows(log, 'pom.xml', '24:21  maven/range  [1.0,2.0)')
assert log.contains('com.example.outside:from-parent:4-SNAPSHOT, which com.example.outside:parent:7 asks for, is whatever was built last')
assert log.contains('com.example.outside:from-bom:8-SNAPSHOT, which com.example.outside:bom:3 asks for, is whatever was built last')
