package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.workspace.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns what a definition refers to into ids and URIs, as Azure's client does. */
final class References {
    private static final String SNAPSHOT = "snapshot:";
    private static final String AZUREML = "azureml:";
    private static final String REGISTRY = "azureml://registries/";
    /** The service resolves these itself. */
    private static final String CURATED = "AzureML-";

    private static final Pattern ARM_ID = Pattern.compile("/?subscriptions/.*", Pattern.CASE_INSENSITIVE);

    private static final Map<RemoteKind, Collection> COLLECTIONS = Map.of(
            RemoteKind.COMPONENT, Collection.COMPONENT,
            RemoteKind.ENVIRONMENT, Collection.ENVIRONMENT,
            RemoteKind.CODE, Collection.CODE,
            RemoteKind.DATA, Collection.DATA,
            RemoteKind.MODEL, Collection.MODEL,
            RemoteKind.COMPUTE, Collection.COMPUTE,
            RemoteKind.DATASTORE, Collection.DATASTORE,
            RemoteKind.JOB, Collection.JOB);

    private final Links links;
    private final Report report;

    References(Links links, Report report) {
        this.links = links;
        this.report = report;
    }

    Links links() {
        return links;
    }

    /** Whether what is published goes to a registry, which runs nothing and has no computes. */
    boolean inRegistry() {
        return links.place().contains("/registries/");
    }

    static boolean isExpression(String text) {
        return text.contains("${{");
    }

    /**
     * The URI of a folder.
     *
     * @param uri with or without {@code /} at its end
     * @return with it
     */
    static String folder(String uri) {
        return uri.endsWith("/") ? uri : uri + "/";
    }

    /**
     * The id of something, as a field of its own has it.
     *
     * @param kind what the field takes
     * @param text the reference
     * @param at where it stands
     * @return an ARM id, {@code azureml://registries/…}, or {@code azureml:} and the name of a curated environment
     */
    String id(RemoteKind kind, String text, JsonPointer at) {
        if (text.startsWith(SNAPSHOT)) {
            return links.address(text);
        }
        if (isExpression(text) || text.startsWith(REGISTRY)) {
            return text;
        }
        String name = text.startsWith(AZUREML) ? text.substring(AZUREML.length()) : text;
        if (ARM_ID.matcher(name).matches()) {
            return name.startsWith("/") ? name : "/" + name;
        }
        if (kind == RemoteKind.ENVIRONMENT && name.startsWith(CURATED)) {
            return AZUREML + name;
        }
        Collection collection = COLLECTIONS.get(kind);
        if (collection == null) {
            return name;
        }
        String base = links.place() + "/" + collection.segment() + "/";
        return collection.isAsset() ? base + version(kind, name, at) : base + name;
    }

    private String version(RemoteKind kind, String name, JsonPointer at) {
        int label = name.indexOf('@');
        if (label > 0) {
            String asset = name.substring(0, label);
            String text = name.substring(label + 1);
            return kind == RemoteKind.COMPONENT && text.equals("default")
                    ? asset + "/labels/default"
                    : asset + "/versions/" + links.version(kind, asset, text);
        }
        int colon = name.lastIndexOf(':');
        if (colon > 0) {
            return name.substring(0, colon) + "/versions/" + name.substring(colon + 1);
        }
        report.problem(at, "'" + name + "' has no version.", "Write 'azureml:" + name + ":<version>'.");
        return name;
    }

    /**
     * The id of something, as a {@code componentSpec} has it.
     *
     * @param kind what the field takes
     * @param text the reference
     * @param at where it stands
     * @return the id, with {@code azureml:} before an ARM id
     */
    String inSpec(RemoteKind kind, String text, JsonPointer at) {
        String id = id(kind, text, at);
        return id.startsWith("/") ? AZUREML + id : id;
    }

    /**
     * Where data or a model is.
     *
     * @param kind what the field takes
     * @param text a reference, a path in a datastore or a URL
     * @param at where it stands
     * @param folder whether it is a folder, which a URI of uploaded files then says
     * @return a URI or an ARM id
     */
    String uri(RemoteKind kind, String text, JsonPointer at, boolean folder) {
        if (text.startsWith(SNAPSHOT)) {
            String address = links.address(text);
            return folder && !address.startsWith("/") ? folder(address) : address;
        }
        String rest = text.startsWith(AZUREML) ? text.substring(AZUREML.length()) : "//";
        return rest.startsWith("//") ? text : id(kind, text, at);
    }
}
