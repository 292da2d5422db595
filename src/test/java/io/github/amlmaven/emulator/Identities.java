package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Microsoft Entra ID for one service principal: by its secret, or by a signed assertion, as with OpenID Connect in a build server. Tokens are JSON
 * Web Tokens that only this one reads.
 */
final class Identities {
    /** Every token ends with it, so that one that leaked is found. */
    static final String TOKEN_END = "cGxhbnRlZC1lbmQtb2YtYS10b2tlbg";

    private static final Duration LIFE = Duration.ofHours(1);

    private final Principal principal;
    private final Map<String, String> audiences = new ConcurrentHashMap<>();

    Identities(Principal principal) {
        this.principal = principal;
    }

    /** What clients ask first: where the tokens are. */
    Reply configuration(URI address, String tenant) {
        String authority = address + "/" + tenant;
        ObjectNode answer = Json.object()
                .put("issuer", authority + "/v2.0")
                .put("authorization_endpoint", authority + "/oauth2/v2.0/authorize")
                .put("token_endpoint", authority + "/oauth2/v2.0/token")
                .put("device_authorization_endpoint", authority + "/oauth2/v2.0/devicecode")
                .put("jwks_uri", authority + "/discovery/v2.0/keys")
                .put("tenant_region_scope", "WW");
        answer.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
        return Reply.json(200, answer);
    }

    /** Whose login hosts belong together; this one is alone. */
    Reply discovery(URI address, String tenant) {
        ObjectNode answer = Json.object()
                .put("tenant_discovery_endpoint", address + "/" + tenant + "/v2.0/.well-known/openid-configuration")
                .put("api-version", "1.1");
        ObjectNode one = answer.putArray("metadata").addObject();
        one.put("preferred_network", address.getAuthority()).put("preferred_cache", address.getAuthority());
        one.putArray("aliases").add(address.getAuthority());
        return Reply.json(200, answer);
    }

    Reply token(Call call, String tenant) {
        Map<String, String> form = form(new String(call.body(), UTF_8));
        String id = form.getOrDefault("client_id", "");
        if (!tenant.equals(principal.tenantId())) {
            return refused(400, "invalid_request", "AADSTS90002: Tenant '" + tenant + "' not found.");
        }
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return refused(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");
        }
        if (!id.equals(principal.clientId())) {
            return refused(
                    400,
                    "unauthorized_client",
                    "AADSTS700016: Application with identifier '" + id + "' was not found in the directory.");
        }
        boolean known = principal.secret().equals(form.get("client_secret"))
                || principal.assertion().equals(form.get("client_assertion"));
        if (!known) {
            return refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        // Some libraries ask for more besides, in any order.
        String scope = Stream.of(form.getOrDefault("scope", "").split(" ", -1))
                .filter(one -> one.endsWith("/.default"))
                .findFirst()
                .orElse("");
        if (scope.isEmpty()) {
            return refused(400, "invalid_scope", "AADSTS1002012: The provided value for scope is not valid.");
        }
        String audience = scope.substring(0, scope.length() - "/.default".length());
        return Reply.json(
                200,
                Json.object()
                        .put("token_type", "Bearer")
                        .put("expires_in", LIFE.toSeconds())
                        .put("ext_expires_in", LIFE.toSeconds())
                        .put("access_token", issue(audience)));
    }

    private String issue(String audience) {
        Instant now = Instant.now();
        String header = base64(Json.object().put("typ", "JWT").put("alg", "none"));
        String claims = base64(Json.object()
                .put("aud", audience)
                .put("iss", "https://sts.windows.net/" + principal.tenantId() + "/")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond())
                .put("appid", principal.clientId())
                .put("oid", "11111111-2222-3333-4444-555555555555")
                .put("tid", principal.tenantId())
                .put("jti", UUID.randomUUID().toString()));
        String token = header + "." + claims + "." + TOKEN_END;
        audiences.put(token, audience);
        return token;
    }

    private static String base64(ObjectNode json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(json));
    }

    /**
     * Looks at the token that a request for a resource carries.
     *
     * @param own the emulator's address, which may stand for Azure Resource Manager's
     * @throws Refusal when there is none, or it is for something else
     */
    void check(Call call, URI own) throws Refusal {
        String header = call.header("Authorization").orElse("");
        if (header.isEmpty()) {
            throw new Refusal(
                    401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
        }
        String audience = header.startsWith("Bearer ") ? audiences.get(header.substring(7)) : null;
        if (audience == null) {
            throw new Refusal(401, "InvalidAuthenticationToken", "The access token is invalid.");
        }
        String plain = audience.replaceFirst("/+$", "");
        if (!plain.equals(own.toString())
                && !plain.equals("https://management.azure.com")
                && !plain.equals("https://management.core.windows.net")) {
            throw new Refusal(
                    401,
                    "InvalidAuthenticationTokenAudience",
                    "The access token has been obtained for wrong audience or resource '" + audience + "'.");
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    private static Reply refused(int status, String error, String description) {
        return Reply.json(status, Json.object().put("error", error).put("error_description", description));
    }
}
