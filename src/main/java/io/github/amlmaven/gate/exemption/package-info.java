/**
 * What a team lets pass for a while, in a file of the repository. The door is {@link io.github.amlmaven.gate.exemption.Exemptions}, which
 * takes findings and gives back those that stand. An exemption names its reason, its owner and its last day; one that is over refuses.
 */
@NullMarked
package io.github.amlmaven.gate.exemption;

import org.jspecify.annotations.NullMarked;
