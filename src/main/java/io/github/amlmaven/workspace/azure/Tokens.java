package io.github.amlmaven.workspace.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Says with every request who asks. The token for it is kept until shortly before it ends. Azure's own policy does the same, and writes an error
 * into the log for what is thrown as well.
 */
final class Tokens extends HttpPipelineSyncPolicy {
    private static final Duration BEFORE_END = Duration.ofMinutes(5);

    private final TokenCredential credential;
    private final TokenRequestContext request;
    private @Nullable AccessToken token;
    private @Nullable RuntimeException failure;

    /**
     * Asks nothing yet.
     *
     * @param credential who asks
     * @param scope what the token is for
     */
    Tokens(TokenCredential credential, String scope) {
        this.credential = credential;
        this.request = new TokenRequestContext().addScopes(scope);
    }

    /** Gets a token before it is needed. What goes wrong is thrown when it is. */
    void fetch() {
        try {
            current();
        } catch (RuntimeException e) {
            // Kept: it is the failure of every request that needs the token.
            return;
        }
    }

    /**
     * Returns a token that is good for some minutes. Throws what the credential throws, which is unchecked; it has tried often enough, and is not
     * asked again.
     */
    synchronized String current() {
        if (failure != null) {
            throw failure;
        }
        AccessToken known = token;
        if (known == null
                || known.getExpiresAt()
                        .isBefore(OffsetDateTime.now(ZoneOffset.UTC).plus(BEFORE_END))) {
            try {
                known = credential.getTokenSync(request);
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
            token = known;
        }
        return known.getToken();
    }

    @Override
    protected void beforeSendingRequest(HttpPipelineCallContext context) {
        if (!"https".equals(context.getHttpRequest().getUrl().getProtocol())) {
            throw new ClientAuthenticationException(
                    "no token is sent to " + context.getHttpRequest().getUrl().getHost() + " over an open line", null);
        }
        context.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + current());
    }
}
