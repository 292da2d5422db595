package io.github.amlmaven.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The id of a resource in a workspace or registry, or of the workspace or registry itself.
 *
 * @param scope the workspace or registry: {@code /subscriptions/…/workspaces/…}
 * @param types what it is, from the workspace down, such as {@code components}, {@code versions}
 * @param names what it is called, one for each type
 */
record Id(Scope scope, List<String> types, List<String> names) {

    /** A workspace or a registry. */
    record Scope(String subscription, String group, boolean registry, String name) {

        @Override
        public String toString() {
            return "/subscriptions/" + subscription + "/resourceGroups/" + group
                    + "/providers/Microsoft.MachineLearningServices/" + (registry ? "registries/" : "workspaces/")
                    + name;
        }

        /** The same for names that only differ in case, as Azure has it. */
        String key() {
            return toString().toLowerCase(Locale.ROOT);
        }

        Id id(String type, String name) {
            return new Id(this, List.of(type), List.of(name));
        }

        Id id(String type, String name, String member, String memberName) {
            return new Id(this, List.of(type, member), List.of(name, memberName));
        }
    }

    /** Reads an ARM id, or the {@code azureml:} form of one; nothing where it is neither. */
    static Optional<Id> parse(String text) {
        String id = text.startsWith("azureml:/subscriptions") ? text.substring("azureml:".length()) : text;
        List<String> parts = List.of(id.split("/", -1));
        if (parts.size() < 9
                || !parts.get(1).equalsIgnoreCase("subscriptions")
                || !parts.get(3).equalsIgnoreCase("resourceGroups")
                || !parts.get(6).equalsIgnoreCase("Microsoft.MachineLearningServices")
                || parts.size() % 2 == 0) {
            return Optional.empty();
        }
        Scope scope = new Scope(parts.get(2), parts.get(4), parts.get(7).equalsIgnoreCase("registries"), parts.get(8));
        List<String> rest = parts.subList(9, parts.size());
        return Optional.of(new Id(scope, every(rest, 0), every(rest, 1)));
    }

    private static List<String> every(List<String> parts, int from) {
        return java.util.stream.IntStream.range(0, parts.size())
                .filter(i -> i % 2 == from)
                .mapToObj(parts::get)
                .toList();
    }

    /** Such as {@code components/versions}. */
    String kind() {
        return String.join("/", types);
    }

    /** Of the thing itself, not of what it is in. */
    String name() {
        return names.get(names.size() - 1);
    }

    /** As Azure Resource Manager names its type. */
    String armType() {
        return "Microsoft.MachineLearningServices/" + (scope.registry() ? "registries" : "workspaces")
                + (types.isEmpty() ? "" : "/" + kind());
    }

    /** What it is in, such as the container of a version. */
    Id parent() {
        return new Id(scope, types.subList(0, types.size() - 1), names.subList(0, names.size() - 1));
    }

    String key() {
        return scope.key() + path();
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            path.append('/').append(types.get(i)).append('/').append(names.get(i));
        }
        return path.toString();
    }

    /** As others refer to it: what is in a registry by the registry's name alone. */
    @Override
    public String toString() {
        return scope.registry() ? "azureml://registries/" + scope.name() + path() : scope + path();
    }
}
