package io.github.amlmaven.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A commit that is checked out.
 *
 * @param layout where everything lies
 * @param index its index
 * @param config the configuration of its repository
 * @param environment the environment of the process
 * @param store the objects of its repository
 * @param tree what the commit records
 */
record Checkout(
        Layout layout,
        IndexFile index,
        GitConfig config,
        Map<String, String> environment,
        ObjectStore store,
        ObjectId tree) {

    /** Lists of attributes that are not in the working copy: the user's and the system's. */
    List<Path> attributeFiles() {
        Optional<Path> users = config.text("core.attributesfile").isPresent()
                ? config.path("core.attributesfile")
                : ConfigFiles.user(environment, "attributes");
        boolean system = !GitConfig.isTrue(environment.getOrDefault("GIT_ATTR_NOSYSTEM", "false"));
        Optional<Path> systems = system ? ConfigFiles.system(environment, "gitattributes") : Optional.empty();
        return Stream.of(users, systems).flatMap(Optional::stream).toList();
    }

    /** The user's list of what is ignored, where there is no other. */
    Optional<Path> ignoreFile() {
        return ConfigFiles.user(environment, "ignore");
    }
}
