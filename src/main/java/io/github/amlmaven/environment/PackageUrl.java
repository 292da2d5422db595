package io.github.amlmaven.environment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a URL says about the package that pip gets from it, after pip's <a
 * href="https://pip.pypa.io/en/stable/topics/vcs-support/">VCS support</a> and <a
 * href="https://packaging.python.org/en/latest/specifications/version-specifiers/#direct-references">direct references</a>.
 *
 * @param system the version control system that it is fetched with: {@code git}, {@code hg}, {@code svn} or {@code bzr}; absent for a file
 * @param revision what is checked out, behind the last {@code @} of the path
 * @param hash the digest that the file has to have, as {@code algorithm=hex}
 */
public record PackageUrl(Optional<String> system, Optional<String> revision, Optional<String> hash) {
    private static final Pattern SYSTEM = Pattern.compile("(git|hg|svn|bzr)(?:\\+[a-z]+)?:.*", Pattern.DOTALL);
    private static final Pattern REVISION =
            Pattern.compile("^[^#?]*?://[^/#?]*/[^#?]*@([^@/#?]+)(?:[#?].*)?$", Pattern.DOTALL);
    private static final Pattern HASH = Pattern.compile(
            "[#&](sha256=[0-9a-f]{64}|sha384=[0-9a-f]{96}|sha512=[0-9a-f]{128})(?=&|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a URL.
     *
     * @param url the URL, or a path, which says nothing
     * @return what it says
     */
    public static PackageUrl of(String url) {
        Optional<String> system = first(SYSTEM.matcher(url));
        return new PackageUrl(
                system, system.isPresent() ? first(REVISION.matcher(url)) : Optional.empty(), first(HASH.matcher(url)));
    }

    /**
     * Whether it leads to the same content for good.
     *
     * @return true for the full id of a git or Mercurial commit, and for a file with a SHA-2 digest
     */
    public boolean isExact() {
        if (system.isEmpty()) {
            return hash.isPresent();
        }
        boolean hashed = system.get().equals("git") || system.get().equals("hg");
        return hashed && revision.filter(text -> COMMIT.matcher(text).matches()).isPresent();
    }

    private static Optional<String> first(Matcher matcher) {
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
