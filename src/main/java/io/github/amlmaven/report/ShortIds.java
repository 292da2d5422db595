package io.github.amlmaven.report;

import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ids in the texts of one plan, as people say them: {@code component train:3}, and where that is when it is not in the plan's own place. Two that
 * would look alike get the resource group, then the subscription besides. An id of what is not known here stays as it is.
 */
final class ShortIds {
    private static final String SEGMENT = "[\\w.()-]*[\\w)-]";

    /** Groups: subscription, resource group, kind and name in an ARM id; the name of a registry in the other form. */
    private static final Pattern ID = Pattern.compile(
            ("(?:(?:azureml:)?/subscriptions/(S)/resourceGroups/(S)/providers/Microsoft\\.MachineLearningServices"
                            + "/(workspaces|registries)/(S)|azureml://registries/(S))/S/S(?:/S/S)?")
                    .replace("S", SEGMENT),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** From the shortest on. */
    private static final List<Function<Id, String>> FORMS = List.of(Id::inPlace, Id::inGroup, Id::inSubscription);

    private final Place own;
    private final List<Id> all = new ArrayList<>();

    /**
     * An id that was found in a text.
     *
     * @param resource what it is the id of
     * @param place where that is: {@code workspace} or {@code registry}, and its name
     * @param group the resource group of the place; empty where the id does not say it
     * @param subscription the subscription of the place; empty where the id does not say it
     * @param distance the first of the three in which its place is not the plan's own, counted from 1; 0 when it is
     */
    private record Id(ResourceName resource, String place, String group, String subscription, int distance) {
        String spoken() {
            return resource.collection().spoken() + " " + resource.spoken();
        }

        String inPlace() {
            return distance == 0 ? spoken() : spoken() + " in " + place;
        }

        String inGroup() {
            return group.isEmpty() ? inPlace() : spoken() + " in " + place + " of resource group " + group;
        }

        String inSubscription() {
            return subscription.isEmpty() ? inPlace() : inGroup() + " in subscription " + subscription;
        }

        /** Azure does not keep the case of groups and workspaces. */
        boolean isSame(Id other) {
            return inSubscription().equalsIgnoreCase(other.inSubscription());
        }
    }

    private ShortIds(Place own) {
        this.own = own;
    }

    /**
     * Looks for the ids of a plan.
     *
     * @param plan the plan
     * @return their short forms
     */
    static ShortIds of(Plan plan) {
        ShortIds ids = new ShortIds(plan.place());
        Stream.of(
                        plan.steps().stream().flatMap(step -> step.changes().stream()),
                        plan.remotes().stream().map(Plan.Remote::written),
                        plan.remarks().stream(),
                        plan.problems().stream())
                .flatMap(Function.identity())
                .forEach(ids::note);
        return ids;
    }

    private void note(String text) {
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            id(matcher).ifPresent(all::add);
        }
    }

    private Optional<Id> id(MatchResult found) {
        return ResourceName.inId(found.group()).map(resource -> {
            boolean workspace = "workspaces".equalsIgnoreCase(found.group(3));
            String name = Optional.ofNullable(found.group(4)).orElse(found.group(5));
            String group = Optional.ofNullable(found.group(2)).orElse("");
            String subscription = Optional.ofNullable(found.group(1)).orElse("");
            Place.Kind kind = workspace ? Place.Kind.WORKSPACE : Place.Kind.REGISTRY;
            return new Id(
                    resource,
                    (workspace ? "workspace " : "registry ") + name,
                    group,
                    subscription,
                    distance(kind, name, group, subscription));
        });
    }

    private int distance(Place.Kind kind, String name, String group, String subscription) {
        if (own.kind() != kind || !own.name().equalsIgnoreCase(name)) {
            return 1;
        } else if (!group.isEmpty() && !own.resourceGroup().equalsIgnoreCase(group)) {
            return 2;
        }
        return subscription.isEmpty() || own.subscriptionId().equalsIgnoreCase(subscription) ? 0 : 3;
    }

    /**
     * Shortens.
     *
     * @param text one of the plan's
     * @return the same with short ids
     */
    String in(String text) {
        return ID.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(id(found).map(this::shown).orElse(found.group())));
    }

    private String shown(Id id) {
        return FORMS.stream()
                .skip(Math.max(0, id.distance() - 1))
                .filter(form -> all.stream()
                        .noneMatch(
                                other -> !other.isSame(id) && form.apply(other).equals(form.apply(id))))
                .map(form -> form.apply(id))
                .findFirst()
                .orElse(id.inSubscription());
    }
}
