/**
 * What may not float among assets, data and code that a definition refers to. The door is {@link
 * io.github.amlmaven.gate.asset.AssetRules}. Each rule is one small class, named for what it finds.
 */
@NullMarked
package io.github.amlmaven.gate.asset;

import org.jspecify.annotations.NullMarked;
