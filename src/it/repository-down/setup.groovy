def support = evaluate(new File(its, 'support.groovy'))

support.forget(localRepositoryPath, 'repository-down')
def address = support.addressOfNobody()
context.put('address', address)
support.settings(new File(basedir, 'settings.xml'), address)

// The repository that is called central has it this time.
support.settings(new File(basedir, 'two.xml'), address)
def other = new File(basedir, 'other')
support.release(other, 'repository-down', '1.0', 1)
support.edit(new File(basedir, 'two.xml'), new File(basedir, 'empty').toURI().toString(), other.toURI().toString())
