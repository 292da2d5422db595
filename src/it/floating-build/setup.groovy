def support = evaluate(new File(its, 'support.groovy'))

def managing = { artifactId, version -> """
  <dependencyManagement>
    <dependencies>
      <dependency>
        <groupId>com.example.outside</groupId>
        <artifactId>$artifactId</artifactId>
        <version>$version</version>
      </dependency>
    </dependencies>
  </dependencyManagement>""" }
support.publish(localRepositoryPath, 'com.example.outside', 'parent', '7', managing('from-parent', '4-SNAPSHOT'))
support.publish(localRepositoryPath, 'com.example.outside', 'parent', '8-SNAPSHOT', managing('from-parent', '5-SNAPSHOT'))
support.publish(localRepositoryPath, 'com.example.outside', 'bom', '3', managing('from-bom', '8-SNAPSHOT'))
support.publish(localRepositoryPath, 'com.example.outside', 'extension', '1-SNAPSHOT', '', 'jar')
// Maven itself takes this one, before anything else.
support.publish(localRepositoryPath, 'com.example.outside', 'core-extension', '1-SNAPSHOT', '', 'jar')
support.append(new File(basedir, '.mvn/extensions.xml'), '''<?xml version="1.0" encoding="UTF-8"?>
<extensions>
  <extension>
    <groupId>com.example.outside</groupId>
    <artifactId>core-extension</artifactId>
    <!-- Not released. -->
    <version>1-SNAPSHOT</version>
  </extension>
</extensions>
''')
support.pipeline(new File(basedir, 'ml'))
support.append(new File(basedir, '.gitignore'), 'target/\n')
support.commitAll(basedir)
