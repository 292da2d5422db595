/**
 * What may not float among Python packages, whether pip or conda installs them. The door is {@link
 * io.github.amlmaven.gate.python.PythonRules}. Each rule is one small class, named for what it finds.
 */
@NullMarked
package io.github.amlmaven.gate.python;

import org.jspecify.annotations.NullMarked;
