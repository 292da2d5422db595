package io.github.amlmaven.workspace.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How lists are read to their end, whatever the service says is the next page. */
class ResourceManagerTest {
    private static final String LIST = "/subscriptions/s/schedules";
    private static final int ALL = Integer.MAX_VALUE;

    private final List<String> asked = new ArrayList<>();

    /** Answers with a page for each request, by the number of the request. */
    private ResourceManager manager(String... pages) {
        Connection connection = new Connection(
                Cloud.PUBLIC,
                Optional.of(URI.create("https://management.example.com")),
                Connection.API_VERSION,
                new Identity.Bearer("token"),
                Optional.empty(),
                Connection.Patience.USUAL,
                Map.of(),
                "aml-maven-plugin/test");
        return new ResourceManager(
                connection,
                new HttpPipelineBuilder()
                        .httpClient(request -> {
                            asked.add(request.getUrl().toString());
                            return Mono.just(new Answer(request, pages[Math.min(asked.size(), pages.length) - 1]));
                        })
                        .build());
    }

    private static String page(String names, String next) {
        return "{\"value\": [" + names + "]" + (next.isEmpty() ? "" : ", \"nextLink\": \"" + next + "\"") + "}";
    }

    @Test
    void allPagesAreReadInTheirOrder() throws Exception {
        ResourceManager manager = manager(
                page("1, 2", "https://management.example.com/page/2"),
                page("3", "https://management.example.com/page/3"),
                page("", ""));
        assertThat(manager.list(LIST, Map.of(), ALL))
                .extracting(JsonNode::asInt)
                .containsExactly(1, 2, 3);
        assertThat(asked)
                .hasSize(3)
                .endsWith("https://management.example.com/page/2", "https://management.example.com/page/3");
    }

    @Test
    void noMoreThanIsWantedIsRead() throws Exception {
        ResourceManager manager = manager(page("1, 2", "https://management.example.com/page/2"));
        assertThat(manager.list(LIST, Map.of(), 1)).extracting(JsonNode::asInt).containsExactly(1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aListThatComesBackToItsOwnPagesHasNoEnd() {
        ResourceManager manager = manager(page("1", "https://management.example.com/page/2"));
        assertThatThrownBy(() -> manager.list(LIST, Map.of(), ALL))
                .isInstanceOf(WorkspaceException.class)
                .hasMessage("Azure's list " + LIST + " has no end: it comes back to the same page.")
                .hasFieldOrPropertyWithValue("reason", Reason.UNAVAILABLE);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aNextPageThatIsNoAddressIsToldAndNotShown() {
        for (String link : List.of("/page/2", "https://management example/?$skipToken=pLanted")) {
            assertThatThrownBy(() -> manager(page("1", link)).list(LIST, Map.of(), ALL))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessage("What Azure names as the next page of the list " + LIST + " is no address.")
                    .hasNoCause();
        }
    }

    private static final class Answer extends HttpResponse {
        private final byte[] body;

        Answer(HttpRequest request, String body) {
            super(request);
            this.body = body.getBytes(UTF_8);
        }

        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        @Deprecated
        public String getHeaderValue(String name) {
            return getHeaders().getValue(name);
        }

        @Override
        public HttpHeaders getHeaders() {
            return new HttpHeaders();
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.just(ByteBuffer.wrap(body));
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.just(body.clone());
        }

        @Override
        public Mono<String> getBodyAsString() {
            return getBodyAsString(UTF_8);
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.just(new String(body, charset));
        }
    }
}
