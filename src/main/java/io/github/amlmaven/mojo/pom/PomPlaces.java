package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Parent;
import org.jspecify.annotations.Nullable;

/** Where the poms of one project decide a version. */
final class PomPlaces {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^{}]+)}");

    /** A property that leads to a property, and so on; Maven refuses a circle. */
    private static final int MOST_PROPERTIES = 20;

    private final List<Pom> poms;
    private final PomTexts texts;
    private final Predicate<String> isSetByUser;

    /**
     * Prepares to look.
     *
     * @param poms the project's pom, then its parent's, and so on
     * @param texts what is written in the poms of the repository
     * @param isSetByUser which properties the command line decides
     */
    PomPlaces(List<Pom> poms, PomTexts texts, Predicate<String> isSetByUser) {
        this.poms = poms;
        this.texts = texts;
        this.isSetByUser = isSetByUser;
    }

    /** The version that is declared, or the property that holds it; the artifact's name when there is no version. */
    Written of(Declaration declaration, TreePath pom) throws IOException {
        Optional<String> version = declaration.version();
        return version.isPresent()
                ? version(pom, declaration.element().getLocation("version"), version.get())
                : texts.token(pom, declaration.element().getLocation("artifactId"), declaration.artifactId());
    }

    /** The version of a pom's parent. */
    Written of(Parent parent, TreePath pom) throws IOException {
        return version(pom, parent.getLocation("version"), parent.getVersion());
    }

    /** The version of a pom's own project, which may be that of its parent. */
    Written ofVersion(Pom own, TreePath pom) throws IOException {
        Optional<String> version = Optional.ofNullable(own.model().getVersion());
        if (version.isPresent()) {
            return version(pom, own.model().getLocation("version"), version.get());
        }
        return own.parent().isPresent()
                ? of(own.parent().get(), pom)
                : new Written(own.version(), Location.startOf(pom));
    }

    /** Where the poms outside of the repository come in: the version of the first parent that is not in it. */
    Location entrance() throws IOException {
        Location entrance = Location.startOf(TreePath.ROOT);
        for (Pom pom : poms) {
            if (pom.path().isEmpty()) {
                break;
            }
            entrance = Location.startOf(pom.path().get());
            if (pom.parent().isPresent()) {
                entrance = of(pom.parent().get(), pom.path().get()).location();
            }
        }
        return entrance;
    }

    private Written version(TreePath pom, @Nullable InputLocation place, String written) throws IOException {
        Written token = texts.token(pom, place, written);
        for (int i = 0; i < MOST_PROPERTIES; i++) {
            Matcher property = PROPERTY.matcher(token.text());
            Optional<Written> value = property.matches() ? value(property.group(1)) : Optional.empty();
            if (value.isEmpty()) {
                break;
            }
            token = value.get();
        }
        return token;
    }

    /** The value of a property that a pom of the repository decides. */
    private Optional<Written> value(String property) throws IOException {
        if (isSetByUser.test(property)) {
            return Optional.empty();
        }
        for (Pom pom : poms) {
            for (Section section : pom.sections()) {
                String value = section.base().getProperties().getProperty(property);
                if (value != null) {
                    return pom.path().isPresent()
                            ? Optional.of(texts.token(pom.path().get(), place(section, property), value))
                            : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable InputLocation place(Section section, String property) {
        InputLocation properties = section.base().getLocation("properties");
        return properties == null ? null : properties.getLocation(property);
    }
}
