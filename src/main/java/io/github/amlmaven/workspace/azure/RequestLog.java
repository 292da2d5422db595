package io.github.amlmaven.workspace.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Says every request in the debug log: method, address and status. No header, no body and no query, so that no secret can be among it. */
final class RequestLog implements HttpPipelinePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return next.process().doOnNext(response -> log(context.getHttpRequest(), response));
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        HttpResponse response = next.processSync();
        log(context.getHttpRequest(), response);
        return response;
    }

    private static void log(HttpRequest request, HttpResponse response) {
        LOG.debug(
                "{} {} -> {}",
                request.getHttpMethod(),
                request.getUrl().getHost() + request.getUrl().getPath(),
                response.getStatusCode());
    }
}
