def support = evaluate(new File(its, 'support.groovy'))

def runs = support.runs(basedir)
def down = "The repository team (${context.get('address')}) could not be asked: "
assert runs[0].contains(down)
assert runs[0].contains('with -o, Maven goes by what it downloaded before.')
assert runs[1].contains("[WARNING] $down")
assert runs[1].contains('[INFO] 1.0      2222222222  2024-07-01 12:00           0')
