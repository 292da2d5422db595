package io.github.amlmaven.emulator;

/** Addresses of data. */
final class Paths {
    private static final String SHORT = "azureml://datastores/";

    private Paths() {}

    /** With the workspace that it is in, as the service answers it. */
    static String answered(String uri, Id.Scope scope) {
        return uri.startsWith(SHORT)
                ? "azureml://subscriptions/" + scope.subscription() + "/resourcegroups/" + scope.group()
                        + "/workspaces/" + scope.name() + "/datastores/" + uri.substring(SHORT.length())
                : uri;
    }

    /** Says no where it names a datastore that is not there. */
    static void check(String uri, Id.Scope scope, World world) throws Refusal {
        if (uri.startsWith(SHORT)) {
            String name = uri.substring(SHORT.length()).replaceFirst("/.*", "");
            world.checkThere("datastore", scope.id("datastores", name).toString());
        }
    }
}
