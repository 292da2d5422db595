def support = evaluate(new File(its, 'support.groovy'))

def runs = support.runs(basedir)
assert runs[0].contains('[INFO] 1.2      The snapshot has format 2; this version of the plugin reads format 1 at most.')
assert runs[0].contains('[INFO] 1.1      2222222222  2024-07-01 12:00           0')
assert runs[0].contains('[INFO] 1.0      no snapshot')
assert runs[1].contains('There is no version of com.example:nowhere in team (file:/')
assert runs[1].contains("Maven looks in the repositories of the project's pom and of the active profiles in settings.xml.")
