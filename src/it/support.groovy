/*
 * What setups and verifications share. `def support = evaluate(new File(its, 'support.groovy'))`
 */

/** Runs git as nobody in particular, so that the same files give the same commit everywhere. */
String git(File folder, String... arguments) {
    def builder = new ProcessBuilder(['git', '-c', 'core.autocrlf=false', *arguments]).directory(folder).redirectErrorStream(true)
    builder.environment().with {
        keySet().removeIf { it.startsWith('GIT_') }
        GIT_CONFIG_NOSYSTEM = '1'
        GIT_CONFIG_GLOBAL = '/dev/null'
        ['AUTHOR', 'COMMITTER'].each { who ->
            put("GIT_${who}_NAME".toString(), 'Ada Example')
            put("GIT_${who}_EMAIL".toString(), 'ada@example.com')
            put("GIT_${who}_DATE".toString(), '2024-07-01T12:00:00+00:00')
        }
    }
    def process = builder.start()
    def output = process.inputStream.getText('UTF-8')
    assert process.waitFor() == 0: "git ${arguments.join(' ')}: $output"
    return output.trim()
}

/** Makes a folder a repository of its own, with one commit of everything in it. */
void commitAll(File folder) {
    git(folder, 'init', '-q', '-b', 'main')
    git(folder, 'add', '-A')
    git(folder, 'commit', '-q', '-m', 'All there is')
}

return this
