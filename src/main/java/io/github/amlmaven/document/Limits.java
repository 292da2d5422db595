package io.github.amlmaven.document;

/**
 * How much one file may ask for, so that a hostile one costs a bounded time and a bounded memory.
 *
 * @param bytes the length of the file; also the number of characters that its scalars may have once aliases are written out
 * @param nodes the number of keys and values once aliases are written out
 * @param depth the number of collections inside one another once aliases are written out; it bounds the recursion of every reader of the
 *     tree, too
 */
record Limits(int bytes, int nodes, int depth) {
    /** Far beyond every definition that Azure ML publishes; PyYAML itself gives up at about four hundred levels. */
    static final Limits DEFAULT = new Limits(64 << 20, 4_000_000, 200);
}
