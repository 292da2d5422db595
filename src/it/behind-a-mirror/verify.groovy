def support = evaluate(new File(its, 'support.groovy'))

context.get('server').stop(0)
assert support.log(basedir).contains('[INFO] 1.0      2222222222  2024-07-01 12:00           0')
