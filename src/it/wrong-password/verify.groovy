def support = evaluate(new File(its, 'support.groovy'))

context.get('server').stop(0)
def log = support.log(basedir)
assert log.contains("The repository team (${context.get('address')}) could not be asked: ")
assert log =~ /(?i)401|not authorized|unauthorized/
assert log.contains('whether its credentials, mirror and proxy in settings.xml are right')
assert !log.contains('guess')
