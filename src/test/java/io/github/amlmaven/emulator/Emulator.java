package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Id.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Azure Machine Learning on a port of this machine, with one workspace and one registry. Blobs are in Azurite, which is started when somebody first
 * needs one; a test that does so is skipped where there is no Node.js.
 */
public final class Emulator implements AutoCloseable {
    /** The subscription of the workspace and of the registry. */
    public static final String SUBSCRIPTION = "bbbbbbbb-0000-4000-8000-000000000001";

    /** The resource group of both. */
    public static final String GROUP = "emulated";

    /** The workspace's name. */
    public static final String WORKSPACE = "workspace-1";

    /** The registry's name. */
    public static final String REGISTRY = "registry-1";

    private static final String WORKSPACE_ID = "cccccccc-0000-4000-8000-000000000001";
    private static final Pattern LOGIN = Pattern.compile(
            "/([^/]+)/(oauth2/v2\\.0/token|v2\\.0/\\.well-known/openid-configuration|discovery/instance)");

    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final Common common;
    private final Settings settings;
    private final Identities identities;
    private final Blobs blobs;
    private final Path folder;
    private final Control control;
    private final Server server;
    private final World world;
    private final ResourceManager manager;

    private Emulator(Settings settings, Supplier<Azurite> azurite, Runnable stop, Common common) throws IOException {
        this.settings = settings;
        this.common = common;
        identities = new Identities(settings.principal());
        blobs = new Blobs(azurite);
        control = new Control(this, stop);
        folder = Files.createTempDirectory("emulator");
        common.certificates().writePem(certificate());
        Files.write(trustStore(), common.trustStore());
        server = new Server(common.context(), faults, log, this::answer);
        world = new World(new Store(), blobs, server.address(), "westeurope");
        Homes homes = new Homes(world);
        homes.workspace(scope(false), WORKSPACE_ID, settings.principal(), storageSuffix());
        homes.registry(scope(true));
        Path shared = settings.project().toAbsolutePath().resolveSibling("shared");
        manager = new ResourceManager(
                world,
                new Uploads(world, WORKSPACE_ID),
                new Operations(settings.asks()),
                new Listing(settings.pageSize()),
                common.contract(settings.keepsContract() ? shared.resolve("contract") : Path.of("none")));
    }

    /**
     * Starts one.
     *
     * @param settings how it is to be
     * @param azurite where its blobs are, asked for when they are needed
     * @param stop what to do when it is told to stop from outside
     */
    static Emulator start(Settings settings, Supplier<Azurite> azurite, Runnable stop) {
        return start(settings, azurite, stop, new Common());
    }

    /** Starts one beside others. */
    static Emulator start(Settings settings, Supplier<Azurite> azurite, Runnable stop, Common common) {
        try {
            return new Emulator(settings, azurite, stop, common);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scope scope(boolean registry) {
        return new Scope(SUBSCRIPTION, GROUP, registry, registry ? REGISTRY : WORKSPACE);
    }

    private String storageSuffix() {
        return settings.storageSuffix().isEmpty()
                ? "localhost:" + server.address().getPort()
                : settings.storageSuffix();
    }

    private Reply answer(Call call, @Nullable Fault fault) throws IOException {
        try {
            String host = call.header("Host").orElse("");
            if (host.startsWith(Azurite.ACCOUNT + ".blob.")) {
                return blobs.forward(call.at("/" + Azurite.ACCOUNT + call.target()));
            }
            if (call.path().startsWith("/" + Azurite.ACCOUNT + "/")) {
                return blobs.forward(call);
            }
            if (call.path().startsWith(Control.PATH + "/")) {
                return control.answer(call);
            }
            if (call.path().startsWith("/metadata/endpoints")) {
                return Clouds.answer(address(), storageSuffix());
            }
            Matcher login = LOGIN.matcher(call.path());
            if (login.matches()) {
                return login(call, login.group(1), login.group(2));
            }
            if (call.path().startsWith("/subscriptions/")) {
                identities.check(call, address());
                return manager.answer(call, fault);
            }
            throw new Refusal(404, "NotFound", "There is nothing at " + call.path() + ".");
        } catch (Refusal e) {
            return e.reply();
        }
    }

    private Reply login(Call call, String tenant, String what) {
        Reply reply =
                switch (what) {
                    case "oauth2/v2.0/token" -> identities.token(call, tenant);
                    case "discovery/instance" -> identities.discovery(address(), tenant);
                    default -> identities.configuration(address(), tenant);
                };
        return reply.with("client-request-id", call.header("client-request-id").orElse(""));
    }

    /** Where it is: Azure Resource Manager, the login host and the blobs alike. */
    public URI address() {
        return server.address();
    }

    /** The workspace's ARM id. */
    public String workspaceId() {
        return scope(false).toString();
    }

    /** The registry's ARM id. */
    public String registryId() {
        return scope(true).toString();
    }

    /** Who may sign in. */
    public Principal principal() {
        return settings.principal();
    }

    /** Believes the emulator's certificate, in this JVM. */
    public SSLContext sslContext() {
        return common.context();
    }

    /** The authority's certificate as a PEM file. */
    public Path certificate() {
        return folder.resolve("authority.pem");
    }

    /** The authority's certificate in a PKCS #12 key store. */
    public Path trustStore() {
        return folder.resolve("authority.p12");
    }

    /** The password of {@link #trustStore()}. */
    public String trustStorePassword() {
        return Certificates.PASSWORD;
    }

    /** What a process needs in its environment to sign in here with Azure's own libraries, by the principal's secret. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AZURE_AUTHORITY_HOST", address().toString());
        environment.put("AZURE_TENANT_ID", principal().tenantId());
        environment.put("AZURE_CLIENT_ID", principal().clientId());
        environment.put("AZURE_CLIENT_SECRET", principal().secret());
        environment.put("REQUESTS_CA_BUNDLE", certificate().toString());
        environment.put("ARM_CLOUD_METADATA_URL", address() + "/metadata/endpoints?api-version=2022-09-01");
        environment.put("AZURE_CORE_COLLECT_TELEMETRY", "0");
        return environment;
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** What came in. */
    public RequestLog log() {
        return log;
    }

    /** All resources by id, as they were sent and as they are answered; equal for equal content. */
    public ObjectNode state() {
        try {
            return new State(world).dump();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts a resource there as it is, past all checks: what somebody else made, or somebody tampered with.
     *
     * @param id its ARM id
     * @param answer what the service answers, without id, name and type
     */
    public void write(String id, ObjectNode answer) {
        Id parsed = Id.parse(id).orElseThrow(() -> new IllegalArgumentException(id));
        synchronized (manager) {
            if (parsed.kind().endsWith("/versions") && !world.store().has(parsed.parent())) {
                world.store().put(parsed.parent(), Json.object(), Containers.empty(Json.object()));
            }
            world.store().put(parsed, answer, answer);
        }
    }

    /**
     * What the service answers of a resource, without id, name and type.
     *
     * @param id its ARM id
     */
    public ObjectNode read(String id) {
        Id parsed = Id.parse(id).orElseThrow(() -> new IllegalArgumentException(id));
        synchronized (manager) {
            return world.store()
                    .get(parsed)
                    .orElseThrow(() -> new IllegalArgumentException("there is no " + id))
                    .answer()
                    .deepCopy();
        }
    }

    /** The planted secrets: none of them may be found in anything that is written down. */
    public List<String> secrets() {
        return List.of(principal().secret(), principal().assertion(), Identities.TOKEN_END, Azurite.KEY);
    }

    @Override
    public void close() {
        server.close();
        try {
            Files.deleteIfExists(certificate());
            Files.deleteIfExists(trustStore());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
