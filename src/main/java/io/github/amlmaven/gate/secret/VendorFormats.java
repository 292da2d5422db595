package io.github.amlmaven.gate.secret;

import static io.github.amlmaven.gate.SecretKind.AI_SERVICE_KEY;
import static io.github.amlmaven.gate.SecretKind.AWS_KEY;
import static io.github.amlmaven.gate.SecretKind.DATABRICKS_TOKEN;
import static io.github.amlmaven.gate.SecretKind.GITHUB_TOKEN;
import static io.github.amlmaven.gate.SecretKind.GITLAB_TOKEN;
import static io.github.amlmaven.gate.SecretKind.GOOGLE_KEY;
import static io.github.amlmaven.gate.SecretKind.PACKAGE_REGISTRY_TOKEN;
import static io.github.amlmaven.gate.SecretKind.SERVICE_KEY;
import static io.github.amlmaven.gate.SecretKind.SLACK_TOKEN;

import io.github.amlmaven.gate.SecretKind;
import java.util.List;

/**
 * Tokens with a prefix, as their vendors document them.
 *
 * <ul>
 *   <li>GitHub: <a href="https://github.blog/engineering/behind-githubs-new-authentication-token-formats/">token formats</a>
 *   <li>GitLab: <a href="https://docs.gitlab.com/security/tokens/#token-prefixes">token prefixes</a>
 *   <li>Slack: <a href="https://docs.slack.dev/authentication/tokens">tokens</a>
 *   <li>PyPI: <a href="https://docs.pypi.org/api/secrets/">token scanning</a>, npm: <a
 *       href="https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/">access token format</a>
 *   <li>AWS: <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 *   <li>Google: <a href="https://cloud.google.com/docs/authentication/api-keys">API keys</a>
 *   <li>Databricks: <a href="https://docs.databricks.com/dev-tools/auth/pat.html">personal access tokens</a>
 *   <li>Hugging Face: <a href="https://huggingface.co/docs/hub/security-tokens">user access tokens</a>
 *   <li>the others: <a
 *       href="https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns">patterns of GitHub's
 *       partner programme</a>
 * </ul>
 */
final class VendorFormats {
    private static final String BEFORE = "(?<![A-Za-z0-9_-])";
    private static final String AFTER = "(?![A-Za-z0-9_-])";

    private VendorFormats() {}

    static List<SecretFormat> all() {
        return List.of(
                token(GITHUB_TOKEN, "ghp_", "ghp_[A-Za-z0-9]{36,255}+"),
                token(GITHUB_TOKEN, "gho_", "gho_[A-Za-z0-9]{36,255}+"),
                token(GITHUB_TOKEN, "ghu_", "ghu_[A-Za-z0-9]{36,255}+"),
                token(GITHUB_TOKEN, "ghs_", "ghs_[A-Za-z0-9]{36,255}+"),
                token(GITHUB_TOKEN, "ghr_", "ghr_[A-Za-z0-9]{36,255}+"),
                token(GITHUB_TOKEN, "github_pat_", "github_pat_[A-Za-z0-9_]{82}"),
                // Personal, deploy, runner, CI job, trigger, feed, mail, agent, OAuth and SCIM tokens.
                SecretFormat.of(
                        GITLAB_TOKEN,
                        List.of(
                                "glpat-",
                                "gldt-",
                                "glrt-",
                                "glrtr-",
                                "glcbt-",
                                "glptt-",
                                "glft-",
                                "glimt-",
                                "glagent-",
                                "gloas-",
                                "glsoat-",
                                "glffct-"),
                        0,
                        BEFORE + "(gl[a-z]{2,5}-[A-Za-z0-9_-]{20,320}+(?:\\.[A-Za-z0-9]{2,20}){0,2})" + AFTER,
                        value -> !Placeholder.is(value)),
                SecretFormat.of(
                        SLACK_TOKEN,
                        List.of("xoxb-", "xoxp-", "xoxa-", "xoxe-", "xoxo-", "xoxr-", "xoxs-", "xoxe.", "xapp-"),
                        0,
                        BEFORE + "(x(?:ox[a-z]|app)[-.][A-Za-z0-9.-]{20,400}+)" + AFTER,
                        value -> !Placeholder.is(value)),
                SecretFormat.of(
                        SLACK_TOKEN,
                        "hooks.slack.com/",
                        "hooks\\.slack\\.com/(?:services|workflows|triggers)/([A-Za-z0-9+/]{40,100}+)"),
                token(PACKAGE_REGISTRY_TOKEN, "pypi-", "pypi-AgE[A-Za-z0-9_-]{50,1000}+"),
                token(PACKAGE_REGISTRY_TOKEN, "npm_", "npm_[A-Za-z0-9]{36}"),
                token(PACKAGE_REGISTRY_TOKEN, "oy2", "oy2[a-z2-7]{43}"),
                token(PACKAGE_REGISTRY_TOKEN, "dckr_pat_", "dckr_pat_[A-Za-z0-9_-]{27,40}+"),
                token(PACKAGE_REGISTRY_TOKEN, "akcp", "AKCp[A-Za-z0-9]{60,100}+"),
                token(DATABRICKS_TOKEN, "dapi", "dapi[0-9a-f]{32}(?:-\\d)?"),
                token(DATABRICKS_TOKEN, "dose", "dose[0-9a-f]{32}"),
                token(AWS_KEY, "akia", "AKIA[A-Z0-9]{16}"),
                token(AWS_KEY, "asia", "ASIA[A-Z0-9]{16}"),
                SecretFormat.of(
                        AWS_KEY,
                        List.of("aws_secret_access_key", "aws_secret_key", "secretaccesskey"),
                        0,
                        "(?i:[a-z_]{15,21})[\"']?\\s{0,4}(?:=>|[=:,])\\s{0,4}[\"']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
                        value -> !Placeholder.is(value)),
                token(GOOGLE_KEY, "aiza", "AIza[A-Za-z0-9_-]{35}"),
                token(GOOGLE_KEY, "gocspx-", "GOCSPX-[A-Za-z0-9_-]{28}"),
                token(GOOGLE_KEY, "ya29.", "ya29\\.[A-Za-z0-9_-]{60,1000}+"),
                token(AI_SERVICE_KEY, "hf_", "hf_[A-Za-z0-9]{34,60}+"),
                token(AI_SERVICE_KEY, "api_org_", "api_org_[A-Za-z0-9]{34}"),
                token(AI_SERVICE_KEY, "sk-", "sk-[A-Za-z0-9]{48}"),
                token(AI_SERVICE_KEY, "sk-", "sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{40,250}+"),
                token(AI_SERVICE_KEY, "sk-ant-", "sk-ant-[a-z]{3,10}\\d\\d-[A-Za-z0-9_-]{80,200}+"),
                token(AI_SERVICE_KEY, "gsk_", "gsk_[A-Za-z0-9]{52}"),
                token(AI_SERVICE_KEY, "r8_", "r8_[A-Za-z0-9]{37}"),
                token(AI_SERVICE_KEY, "nvapi-", "nvapi-[A-Za-z0-9_-]{60,80}+"),
                token(AI_SERVICE_KEY, "wandb_v1_", "wandb_v1_[A-Za-z0-9_]{60,100}+"),
                token(SERVICE_KEY, "sk_live_", "sk_live_[A-Za-z0-9]{20,250}+"),
                token(SERVICE_KEY, "rk_live_", "rk_live_[A-Za-z0-9]{20,250}+"),
                token(SERVICE_KEY, "sg.", "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}"),
                token(SERVICE_KEY, "atatt3", "ATATT3[A-Za-z0-9_=-]{150,250}+"),
                token(SERVICE_KEY, "hvs.", "hvs\\.[A-Za-z0-9_-]{24,300}+"),
                token(SERVICE_KEY, "dop_v1_", "dop_v1_[0-9a-f]{64}"),
                token(SERVICE_KEY, "glsa_", "glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}"),
                token(SERVICE_KEY, "pmak-", "PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
                token(SERVICE_KEY, "shpat_", "shpat_[0-9a-fA-F]{32}"),
                token(SERVICE_KEY, "lin_api_", "lin_api_[A-Za-z0-9]{40}"));
    }

    private static SecretFormat token(SecretKind kind, String prefix, String expression) {
        return SecretFormat.of(kind, prefix, BEFORE + "(" + expression + ")" + AFTER);
    }
}
