def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'behind-a-mirror')
def repository = new File(basedir, 'repository')
support.release(repository, 'behind-a-mirror', '1.0', 1)
def server = support.serve(repository, 'ada:engine')
context.put('server', server)

// Only the mirror has it, and only for those who know the mirror's password.
support.settings(
        new File(basedir, 'settings.xml'),
        support.addressOfNobody(),
        "<mirrors><mirror><id>house</id><mirrorOf>team</mirrorOf><url>${support.address(server)}</url></mirror></mirrors>" +
                support.password('house', 'ada:engine'))
