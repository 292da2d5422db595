def support = evaluate(new File(its, 'support.groovy'))

try {
    assert support.log(basedir).contains('is not in a git repository')
} finally {
    new File(basedir, 'elsewhere').canonicalFile.deleteDir()
}
