package io.github.amlmaven.environment;

/**
 * One clause that a version has to satisfy, as the <a
 * href="https://packaging.python.org/en/latest/specifications/version-specifiers/">version specifiers</a> specification (formerly PEP 440)
 * defines it.
 *
 * @param operator one of {@code ~= == != <= >= < > ===}
 * @param version the version as written, with {@code .*} when it is a prefix
 */
public record VersionSpecifier(String operator, String version) {

    /**
     * Whether exactly one version satisfies it. A version without a local part also admits that version's local builds, such as
     * {@code 1.2+cu118}; an index like PyPI holds none.
     *
     * @return true for {@code ==} without a wildcard and for {@code ===}
     */
    public boolean isExact() {
        return (operator.equals("===") && !version.isEmpty()) || (operator.equals("==") && !isWildcard());
    }

    /**
     * Whether it names a prefix of versions.
     *
     * @return true for {@code ==1.*} and {@code !=1.*}
     */
    public boolean isWildcard() {
        return !operator.equals("===") && version.endsWith(".*");
    }

    @Override
    public String toString() {
        return operator + version;
    }
}
