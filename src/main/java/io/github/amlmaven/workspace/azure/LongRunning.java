package io.github.amlmaven.workspace.azure;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.management.polling.PollResult;
import com.azure.core.management.polling.SyncPollerFactory;
import com.azure.core.management.serializer.SerializerFactory;
import com.azure.core.util.BinaryData;
import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.SyncPoller;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.amlmaven.document.ExactJson;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What Resource Manager answers before it has done it. */
final class LongRunning {
    private final Connection.Patience patience;
    private final HttpPipeline pipeline;

    LongRunning(Connection.Patience patience, HttpPipeline pipeline) {
        this.patience = patience;
        this.pipeline = pipeline;
    }

    /**
     * Waits until it has ended.
     *
     * @param asked what was asked, for people
     * @param request that
     * @param response what it was answered, which says where to ask on
     * @throws WorkspaceException when it did not end well, or not in time
     * @throws InterruptedException when this thread was interrupted
     */
    void await(String asked, HttpRequest request, HttpResponse response)
            throws WorkspaceException, InterruptedException {
        wait(asked, operation(request, response));
    }

    private SyncPoller<PollResult<Void>, Void> operation(HttpRequest request, HttpResponse response) {
        SimpleResponse<BinaryData> begun = new SimpleResponse<>(
                request, response.getStatusCode(), response.getHeaders(), response.getBodyAsBinaryData());
        return SyncPollerFactory.create(
                SerializerFactory.createDefaultManagementSerializerAdapter(),
                pipeline,
                Void.class,
                Void.class,
                patience.pause(),
                () -> begun,
                ResourceManager.WHOLE);
    }

    /** Whatever status is not one of the final ones means that it goes on. */
    private void wait(String asked, SyncPoller<PollResult<Void>, Void> operation)
            throws WorkspaceException, InterruptedException {
        Instant end = Instant.now().plus(patience.operation());
        PollResponse<PollResult<Void>> state = poll(asked, operation);
        while (!state.getStatus().isComplete()) {
            if (Instant.now().isAfter(end)) {
                throw new WorkspaceException(
                        Reason.UNAVAILABLE,
                        "Azure has not finished " + asked + " in "
                                + patience.operation().toSeconds() + " seconds; it is still at it.");
            }
            Thread.sleep(pause(state, end).toMillis());
            state = poll(asked, operation);
        }
        if (!state.getStatus().equals(LongRunningOperationStatus.SUCCESSFULLY_COMPLETED)) {
            PollResult.Error error = state.getValue().getError();
            if (error != null && error.getResponseStatusCode() >= ResourceManager.FIRST_ERROR) {
                throw Failures.answered(
                        "GET the state of " + asked, error.getResponseStatusCode(), MissingNode.getInstance());
            }
            throw new WorkspaceException(
                    Reason.REFUSED,
                    "Azure began " + asked + " and gave up: " + (error == null ? state.getStatus() : why(error)));
        }
    }

    /** The service's own words, where it has some. */
    private static String why(PollResult.Error error) {
        String body = error.getResponseBody();
        if (body == null) {
            return error.getMessage();
        }
        try {
            String message =
                    Failures.message(ExactJson.read(BinaryData.fromString(body).toStream()));
            return message.isEmpty() ? error.getMessage() : message;
        } catch (IOException e) {
            // It is no JSON, and says nothing that could be told.
            return error.getMessage();
        }
    }

    /** As long as the service asks for, but not beyond the end. */
    private Duration pause(PollResponse<PollResult<Void>> state, Instant end) {
        Duration asked = state.getRetryAfter() == null ? patience.pause() : state.getRetryAfter();
        Duration left = Duration.between(Instant.now(), end);
        return left.isNegative() ? Duration.ZERO : asked.compareTo(left) < 0 ? asked : left;
    }

    private static PollResponse<PollResult<Void>> poll(String asked, SyncPoller<PollResult<Void>, Void> operation)
            throws WorkspaceException, InterruptedException {
        return Failures.explained("the state of " + asked, operation::poll);
    }
}
