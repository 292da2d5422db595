package io.github.amlmaven.environment;

import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.Optional;

/**
 * One logical line of a pip <a href="https://pip.pypa.io/en/stable/reference/requirements-file-format/">requirements file</a>: comments
 * removed, continuation lines joined.
 */
public sealed interface PipLine {

    /**
     * The line.
     *
     * @return its text and where it begins
     */
    Token written();

    /**
     * Whether what it says stays the same for good.
     *
     * @return false when what it installs can change while the line stays
     */
    boolean isExact();

    /**
     * A distribution by its name.
     *
     * @param written the line
     * @param requirement what it asks for
     * @param hashes the digests that are allowed, as {@code algorithm:digest}; empty when any file is
     */
    record Named(Token written, Requirement requirement, List<String> hashes) implements PipLine {
        /** Takes its own copy of the list. */
        public Named {
            hashes = List.copyOf(hashes);
        }

        @Override
        public boolean isExact() {
            return !hashes.isEmpty()
                    || requirement
                            .url()
                            .map(PackageUrl::of)
                            .filter(PackageUrl::isExact)
                            .isPresent()
                    || requirement.specifiers().stream().anyMatch(VersionSpecifier::isExact);
        }
    }

    /**
     * A distribution by the place where it lies: a URL, a repository of a version control system, a file or a folder.
     *
     * @param written the line
     * @param source the URL or path; a secret in it is replaced by {@code ***}
     * @param editable whether it stands after {@code -e}: then the folder itself is used, whatever it holds at the time
     * @param hashes the digests that are allowed, as {@code algorithm:digest}; empty when any file is
     */
    record Placed(Token written, Token source, boolean editable, List<String> hashes) implements PipLine {
        /** Takes its own copy of the list. */
        public Placed {
            hashes = List.copyOf(hashes);
        }

        @Override
        public boolean isExact() {
            return !editable
                    && (!hashes.isEmpty() || PackageUrl.of(source.text()).isExact());
        }
    }

    /**
     * Another file of requirements ({@code -r}) or of constraints ({@code -c}).
     *
     * @param written the line
     * @param source the path or URL
     * @param constraints whether the file only limits versions and installs nothing
     * @param file the file of the tree that it leads to; absent for a URL, and when there is no such file
     */
    record Include(Token written, Token source, boolean constraints, Optional<TreePath> file) implements PipLine {
        @Override
        public boolean isExact() {
            return file.isPresent();
        }
    }

    /**
     * A setting for pip.
     *
     * @param written the line
     * @param name the option's long name, such as {@code --index-url}
     * @param value its value, where the option takes one
     */
    record Setting(Token written, String name, Optional<Token> value) implements PipLine {
        @Override
        public boolean isExact() {
            return true;
        }
    }

    /**
     * The version that a package has when something asks for it, as uv's settings name it; nothing is installed for its sake.
     *
     * @param written the requirement
     * @param limited the package and its exact version
     */
    record Limit(Token written, Named limited) implements PipLine {
        /** A limit to one version; nothing when a text leaves a choice, or is no requirement. */
        static Optional<PipLine> of(Token written) {
            try {
                return PipGrammar.requirement(written, List.of()) instanceof Named named && named.isExact()
                        ? Optional.of(new Limit(written, named))
                        : Optional.empty();
            } catch (GrammarException e) {
                return Optional.empty();
            }
        }

        @Override
        public boolean isExact() {
            return true;
        }
    }

    /**
     * A requirement that an environment variable completes, such as <code>pandas==${VERSION}</code>.
     *
     * @param written the line
     */
    record Variable(Token written) implements PipLine {
        @Override
        public boolean isExact() {
            return false;
        }
    }

    /**
     * Text that pip refuses.
     *
     * @param written the line
     * @param reason what is wrong with it, one sentence
     */
    record Malformed(Token written, String reason) implements PipLine {
        @Override
        public boolean isExact() {
            return false;
        }
    }
}
