package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Id.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Azure Resource Manager for Microsoft.MachineLearningServices: finds out what a request is about, and does it, one at a time. */
final class ResourceManager {
    private static final String PROVIDER = "Microsoft.MachineLearningServices";

    private final World world;
    private final Uploads uploads;
    private final Operations operations;
    private final Listing listing;
    private final Contract contract;
    private final Kinds kinds = new Kinds();

    ResourceManager(World world, Uploads uploads, Operations operations, Listing listing, Contract contract) {
        this.world = world;
        this.uploads = uploads;
        this.operations = operations;
        this.listing = listing;
        this.contract = contract;
    }

    synchronized Reply answer(Call call, @Nullable Fault fault) throws Refusal, IOException {
        List<String> path = call.segments();
        if (path.size() >= 7 && path.get(4).equalsIgnoreCase("locations")) {
            ApiVersions.check(call, "locations");
            return operations.status(path.get(path.size() - 1), call.path());
        }
        if (path.size() < 8
                || !path.get(2).equalsIgnoreCase("resourceGroups")
                || !path.get(5).equalsIgnoreCase(PROVIDER)) {
            throw unknownPath(call);
        }
        boolean registry = path.get(6).equalsIgnoreCase("registries");
        String version = ApiVersions.check(call, path.get(6));
        Scope scope = new Scope(path.get(1), path.get(3), registry, path.get(7));
        Resource home = world.store()
                .get(new Id(scope, List.of(), List.of()))
                .orElseThrow(() -> new Refusal(
                        404,
                        "ResourceNotFound",
                        "The Resource '" + PROVIDER + "/" + path.get(6) + "/" + scope.name()
                                + "' under resource group '" + scope.group()
                                + "' was not found. For more details please go to"
                                + " https://aka.ms/ARMResourceNotFoundFix"));
        List<String> rest = path.subList(8, path.size());
        if (rest.isEmpty()) {
            return call.method().equals("GET") ? Reply.json(200, home.body()) : notAllowed(call);
        }
        return inside(call, home.id().scope(), rest, version, fault);
    }

    private Reply inside(Call call, Scope scope, List<String> rest, String version, @Nullable Fault fault)
            throws Refusal, IOException {
        List<String> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i + 1 < rest.size(); i += 2) {
            types.add(rest.get(i));
            names.add(rest.get(i + 1));
        }
        if (rest.size() % 2 == 1) {
            String last = rest.get(rest.size() - 1);
            if (call.method().equals("POST")) {
                return act(call, last, id(call, scope, types, names), fault);
            }
            types.add(last);
            return list(call, scope, types, names);
        }
        Id id = id(call, scope, types, names);
        Kind kind = kinds.find(id.types(), scope.registry()).orElseThrow();
        return switch (call.method()) {
            case "GET" -> get(id, kind);
            case "PUT" -> put(call, id, kind, version, fault);
            case "PATCH" -> patch(call, id, kind, fault);
            case "DELETE" -> delete(call, id, kind);
            default -> notAllowed(call);
        };
    }

    private Id id(Call call, Scope scope, List<String> types, List<String> names) throws Refusal {
        Kind kind = kinds.find(types, scope.registry()).orElseThrow(() -> unknownPath(call));
        return new Id(scope, List.of(kind.path().split("/")), names);
    }

    private Reply list(Call call, Scope scope, List<String> types, List<String> names) throws Refusal {
        Kind kind = kinds.find(types, scope.registry()).orElseThrow(() -> unknownPath(call));
        if (!call.method().equals("GET")) {
            return notAllowed(call);
        }
        String hash = call.query().get("hash");
        List<Resource> all;
        if (hash != null && kind.path().equals("codes/versions")) {
            // Over the whole workspace: the name in the path does not matter.
            String hashVersion = call.query().getOrDefault("hashVersion", "");
            all = world.store().all(scope, kind.path()).stream()
                    .filter(code -> matches(code, hash, hashVersion))
                    .toList();
        } else if (names.isEmpty()) {
            all = world.store().all(scope, kind.path());
        } else {
            List<String> canonical = List.of(kind.path().split("/"));
            Id parent = new Id(scope, canonical.subList(0, canonical.size() - 1), names);
            if (!world.store().has(parent)) {
                throw Refusal.notFound(kind.noun(), parent.name());
            }
            all = world.store().members(parent, canonical.get(canonical.size() - 1));
        }
        return listing.answer(call, all, kind, world);
    }

    private static boolean matches(Resource code, String hash, String hashVersion) {
        ObjectNode properties = Json.child(code.properties(), "properties");
        return properties.path("hash_sha256").asText().equals(hash)
                && properties.path("hash_version").asText().equals(hashVersion);
    }

    private Reply get(Id id, Kind kind) throws Refusal {
        operations.passed(id);
        return Reply.json(200, shown(find(id, kind), kind));
    }

    private Resource find(Id id, Kind kind) throws Refusal {
        return world.store().get(id).orElseThrow(() -> {
            boolean version = kind.path().endsWith("/versions");
            return Refusal.notFound(kind.noun(), version ? id.parent().name() + ":" + id.name() : id.name());
        });
    }

    /** With the state that an unfinished operation leaves it in. */
    private ObjectNode shown(Resource resource, Kind kind) {
        ObjectNode body = kind.shown(resource, world);
        operations.state(resource.id()).ifPresent(state -> {
            ObjectNode properties = Json.child(body, "properties");
            properties.put("provisioningState", state);
            if (state.equals("Creating") && properties.has("scoringUri")) {
                properties.putNull("scoringUri");
            }
        });
        return body;
    }

    private Reply put(Call call, Id id, Kind kind, String version, @Nullable Fault fault) throws Refusal, IOException {
        Names.check(id);
        ObjectNode body = call.json();
        if (kind.oneAtATime() && operations.goesOn(id)) {
            throw new Refusal(409, "UserError", "There is already an operation in progress on " + id + ".", "Conflict");
        }
        Optional<Resource> before = world.store().get(id);
        Kind.Stored stored = kind.put(new Kind.Put(id, version, body, before, world));
        if (!body.has("id")) {
            List<String> errors = contract.ofPut(id.armType(), version, call.json());
            if (!errors.isEmpty()) {
                throw Refusal.invalid("The request is not of the contract:\n" + String.join("\n", errors));
            }
        }
        if (kind.path().endsWith("/versions") && !world.store().has(stored.id().parent())) {
            world.store().put(stored.id().parent(), Json.object(), Containers.empty(Json.object()));
        }
        Resource resource = world.store().put(stored.id(), body, stored.answer());
        String location = world.address() + call.target();
        if (!kind.longRunning() && !id.scope().registry()) {
            return Reply.json(stored.status(), shown(resource, kind)).with("Location", location);
        }
        String doing = before.isPresent() ? "Updating" : "Creating";
        return begun(call, stored.id(), doing, fault, Reply.json(stored.status(), Json.object()), kind)
                .with("Location", location);
    }

    /** Begins an operation, and answers with the resource as it is meanwhile, where there still is one. */
    private Reply begun(Call call, Id id, String doing, @Nullable Fault fault, Reply reply, Kind kind) {
        operations.end(id);
        String name = operations.start(id, doing, fault);
        String status = world.address() + "/subscriptions/" + id.scope().subscription() + "/providers/" + PROVIDER
                + "/locations/" + world.location() + "/mfeOperationsStatus/" + name + "?api-version="
                + call.query().get("api-version");
        Reply answer = world.store()
                .get(id)
                .map(resource -> Reply.json(reply.status(), shown(resource, kind)))
                .orElse(reply);
        return answer.with("Azure-AsyncOperation", status)
                .with("x-ms-async-operation-timeout", "PT30M")
                .with(Operations.SOON, "10");
    }

    private Reply patch(Call call, Id id, Kind kind, @Nullable Fault fault) throws Refusal {
        if (kind.patchable().isEmpty()) {
            return notAllowed(call);
        }
        Resource before = find(id, kind);
        ObjectNode body = call.json();
        ObjectNode answer = before.answer().deepCopy();
        if (body.path("tags").isObject()) {
            answer.set("tags", body.path("tags"));
        }
        for (String name : kind.patchable().get()) {
            if (body.path("properties").has(name)) {
                Json.child(answer, "properties")
                        .set(name, body.path("properties").path(name));
            }
        }
        world.store().put(id, before.sent(), answer);
        return begun(call, id, "Updating", fault, Reply.empty(202), kind)
                .with("Location", world.address() + call.target());
    }

    private Reply delete(Call call, Id id, Kind kind) throws Refusal {
        Optional<Resource> before = world.store().get(id);
        if (before.isEmpty()) {
            return Reply.empty(204);
        }
        kind.checkDelete(before.get(), world);
        world.store().remove(id);
        if (!kind.deletesSlowly() && !id.scope().registry()) {
            return Reply.empty(200);
        }
        return begun(call, id, "Deleting", null, Reply.empty(202), kind)
                .with("Location", world.address() + call.target());
    }

    private Reply act(Call call, String action, Id id, @Nullable Fault fault) throws Refusal, IOException {
        Duration time = lasting(fault);
        String path = id.kind();
        boolean uploads = path.equals("codes/versions")
                || (id.scope().registry() && (path.equals("data/versions") || path.equals("models/versions")));
        if (action.equalsIgnoreCase("startPendingUpload") && uploads) {
            Names.check(id);
            return this.uploads.pending(call, id, time);
        }
        if (action.equalsIgnoreCase("listSecrets") && path.equals("datastores")) {
            return this.uploads.secrets(
                    call, find(id, kinds.find(id.types(), false).orElseThrow()), time);
        }
        throw unknownPath(call);
    }

    /** How long a signature is good for from now. */
    private static Duration lasting(@Nullable Fault fault) {
        if (fault instanceof Fault.ShortSignature shortly) {
            return shortly.time();
        }
        return Duration.ofHours(fault instanceof Fault.ExpiredSignature ? -1 : 1);
    }

    private static Refusal unknownPath(Call call) {
        return new Refusal(
                404, "InvalidResourceType", "There is nothing at " + call.method() + " " + call.path() + ".");
    }

    private static Reply notAllowed(Call call) {
        return new Refusal(405, "MethodNotAllowed", "There is no " + call.method() + " of " + call.path() + ".")
                .reply();
    }
}
