package io.github.amlmaven.repository;

import java.util.regex.Pattern;

/** Text that may hold the address of a repository, and so somebody's password. */
final class Redacted {
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s]*@");

    private Redacted() {}

    /** The same text without the user and password of any address. */
    static String text(String text) {
        return USER_INFO.matcher(text).replaceAll("");
    }
}
