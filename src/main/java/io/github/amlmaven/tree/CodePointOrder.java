package io.github.amlmaven.tree;

import java.util.Comparator;

/**
 * Orders text by Unicode code point. {@link String#compareTo} orders by UTF-16 unit, which puts an emoji before some ideographs; code
 * points are the order of the UTF-8 bytes too, so that any other language sorts alike with no effort.
 */
public enum CodePointOrder implements Comparator<String> {
    /** The only one. */
    INSTANCE;

    /** Whether {@link String#compareTo} puts this text and another of which this is said in the same order. */
    static boolean isThatOfUnits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean mixed = Character.isSurrogate(l) != Character.isSurrogate(r);
                return mixed ? (Character.isSurrogate(l) ? 1 : -1) : Character.compare(l, r);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
