package io.github.amlmaven.gate;

/** What a secret opens, and so how to do without it. */
public enum SecretKind {
    /** A private key of RSA, of an elliptic curve, of SSH, of PGP or of age. */
    PRIVATE_KEY(
            "private-key",
            "Private key",
            "Remove the key, replace it by a new one, and let the job read that from a key vault."),
    /** A PKCS #12 file, which holds a private key. */
    KEY_STORE(
            "key-store",
            "Key store with a private key",
            "Remove the file, replace its key, and let the job read the certificate from a key vault."),
    /** The secret of an application of Entra ID. */
    ENTRA_CLIENT_SECRET(
            "entra-client-secret",
            "Client secret of Entra ID",
            "Remove the secret, delete it from the application, and let the job use the compute's managed identity."),
    /** The key of a storage account, a database, a message queue or another service of Azure. */
    AZURE_KEY(
            "azure-key",
            "Key of an Azure service",
            "Remove the key, regenerate it, and let the job use a managed identity or a key vault."),
    /** A shared access signature. */
    SHARED_ACCESS_SIGNATURE(
            "shared-access-signature",
            "Shared access signature",
            "Remove the signature, revoke it, and refer to the data through a datastore."),
    /** A personal access token of Databricks. */
    DATABRICKS_TOKEN(
            "databricks-token",
            "Databricks token",
            "Remove the token, revoke it, and let the job read a new one from a key vault."),
    /** An access key of Amazon Web Services. */
    AWS_KEY(
            "aws-key",
            "AWS access key",
            "Remove the key, deactivate it, and let the job read a new one from a key vault."),
    /** A key or token of Google Cloud. */
    GOOGLE_KEY(
            "google-key",
            "Google key",
            "Remove the key, delete it in the console, and let the job read a new one from a key vault."),
    /** A token of GitHub. */
    GITHUB_TOKEN(
            "github-token",
            "GitHub token",
            "Remove the token, revoke it, and let the build that needs it read a new one from its environment."),
    /** A token of GitLab. */
    GITLAB_TOKEN(
            "gitlab-token",
            "GitLab token",
            "Remove the token, revoke it, and let the build that needs it read a new one from its environment."),
    /** A token or webhook of Slack. */
    SLACK_TOKEN(
            "slack-token",
            "Slack token",
            "Remove the token, revoke it, and let the job read a new one from a key vault."),
    /** What publishes to, or reads from, a registry of packages or images. */
    PACKAGE_REGISTRY_TOKEN(
            "package-registry-token",
            "Token of a package registry",
            "Remove the token, revoke it, and give a new one to the workspace as a connection."),
    /** A key of a service that serves models, or that keeps models and experiments. */
    AI_SERVICE_KEY(
            "ai-service-key",
            "Key of an AI service",
            "Remove the key, revoke it, and let the job read a new one from a workspace connection or a key vault."),
    /** A key of some other service, told by its form. */
    SERVICE_KEY(
            "service-key",
            "Key of a service",
            "Remove the key, revoke it, and let the job read a new one from a key vault."),
    /** A JSON web token. */
    JSON_WEB_TOKEN(
            "json-web-token",
            "JSON web token",
            "Remove the token, revoke what it was issued for, and let the job ask for one when it runs."),
    /** Credentials of HTTP's {@code Authorization} header. */
    AUTHORIZATION_HEADER(
            "authorization-header",
            "Authorization header",
            "Remove the credentials, revoke them, and let the job read new ones from a key vault."),
    /** A user's password, or a lone token, inside a URL. */
    URL_CREDENTIALS(
            "url-credentials",
            "Credentials in a URL",
            "Remove them, and change them; pip fills ${NAME} in from an environment variable, and a workspace connection holds the rest."),
    /** The password in a connection string. */
    CONNECTION_STRING(
            "connection-string",
            "Password in a connection string",
            "Remove the password, change it, and let the job use a managed identity or a key vault."),
    /** The password of the registry that a base image comes from. */
    REGISTRY_PASSWORD(
            "registry-password",
            "Password of a registry",
            "Remove it, change it, and let the workspace's identity pull from the registry."),
    /** What looks made by a machine, under a name that says it is secret. */
    CREDENTIAL(
            "credential",
            "Credential, by its name",
            "Remove it, replace it by a new one, and let the job read that from a key vault or a workspace connection."),
    /** A field of a definition that is meant for a secret, and holds one. */
    DEFINITION_FIELD(
            "definition-field",
            "Secret in a definition",
            "Remove it, replace it by a new one, and let the job read that from a key vault or a workspace connection.");

    private final String id;
    private final String title;
    private final String fix;

    SecretKind(String id, String title, String fix) {
        this.id = "secret/" + id;
        this.title = title;
        this.fix = fix;
    }

    /**
     * The rule that forbids it.
     *
     * @return a stable id, such as {@code secret/private-key}
     */
    public String id() {
        return id;
    }

    /**
     * What it is.
     *
     * @return a few words, as a heading has them
     */
    public String title() {
        return title;
    }

    /**
     * How to do without it.
     *
     * @return one sentence
     */
    public String fix() {
        return fix;
    }
}
