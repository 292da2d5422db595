/**
 * Every rule that there is. The door is {@link io.github.amlmaven.gate.catalogue.RuleCatalogue}. A room of rules is named here once; a
 * rule is named in its room.
 */
@NullMarked
package io.github.amlmaven.gate.catalogue;

import org.jspecify.annotations.NullMarked;
