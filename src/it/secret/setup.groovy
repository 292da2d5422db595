def support = evaluate(new File(its, 'support.groovy'))

// In pieces, so that nobody takes this file for one that holds secrets.
def token = 'ghp' + '_' + 'w2RkT9bQz7LmXc4VnHs8JyP1dFgA5uKe3oSi'
def signature = 'sig' + '=' + 'Zk3vT8qLw1RbXy5NcHd7JmPs9GfA2uKe4oSiVtQx0Yz%3D'
support.pipeline(basedir)
support.append(new File(basedir, 'src/main/python/settings.py'), "TOKEN = '$token'\n")
support.append(new File(basedir, 'src/main/aml/iris.yml'), """inputs:
  raw:
    type: uri_file
    path: https://account.blob.core.windows.net/c/raw.csv?sv=2024-11-04&$signature
""")
support.commitAll(basedir)
