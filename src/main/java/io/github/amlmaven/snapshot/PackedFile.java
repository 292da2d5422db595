package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.TreeEntry;

/**
 * A file or link of the repository, digested and compressed.
 *
 * @param entry which
 * @param pointer whether git itself holds only a pointer to it
 * @param content its bytes, or a link's text
 */
record PackedFile(TreeEntry entry, boolean pointer, Deflated content) {}
