package io.github.amlmaven.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** HTTPS on a free port of this machine: reads a request, lets the fault happen that is due, has it answered, and logs it. */
final class Server implements AutoCloseable {

    /** Whoever answers. */
    interface Handler {
        /**
         * Answers a request.
         *
         * @param fault what goes wrong with it, where it is something that only the answering side can do
         */
        Reply answer(Call call, @Nullable Fault fault) throws IOException;
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "emulator");
        thread.setDaemon(true);
        return thread;
    });
    private final Faults faults;
    private final RequestLog log;
    private final Handler handler;

    Server(SSLContext context, Faults faults, RequestLog log, Handler handler) throws IOException {
        this.faults = faults;
        this.log = log;
        this.handler = handler;
        // Small answers would else wait 40 ms for an acknowledgement; read once, when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            boolean ownBusiness = call.path().startsWith(Control.PATH);
            Fault fault = ownBusiness ? null : faults.take(call).orElse(null);
            Optional<Reply> reply = before(fault);
            if (reply.isEmpty()) {
                if (fault instanceof Fault.Instead instead) {
                    instead.action().run();
                }
                if (fault instanceof Fault.CutBefore || fault instanceof Fault.Instead) {
                    log.add(call, 0);
                    return;
                }
                reply = Optional.of(handler.answer(call, fault));
                if (fault instanceof Fault.After after) {
                    after.action().run();
                }
            }
            boolean cut = fault instanceof Fault.CutAfter;
            if (!ownBusiness) {
                log.add(call, cut ? 0 : reply.get().status());
            }
            if (!cut) {
                send(exchange, reply.get(), fault instanceof Fault.CutWithin);
            }
        } catch (RuntimeException e) {
            send(exchange, new Refusal(500, "InternalServerError", "The emulator itself failed: " + e).reply(), false);
            throw e;
        } finally {
            exchange.close();
        }
    }

    private static Optional<Reply> before(@Nullable Fault fault) {
        if (fault instanceof Fault.Slow slow) {
            pause(slow);
        } else if (fault instanceof Fault.Before before) {
            before.action().run();
        } else if (fault instanceof Fault.Throttled throttled) {
            return Optional.of(
                    new Refusal(429, "TooManyRequests", "The request is being throttled as the limit has been reached.")
                            .reply()
                            .with("Retry-After", Integer.toString(throttled.retryAfterSeconds())));
        } else if (fault instanceof Fault.Failed failed) {
            return Optional.of(
                    new Refusal(failed.status(), "InternalServerError", "An internal error occurred.").reply());
        }
        return Optional.empty();
    }

    private static void pause(Fault.Slow slow) {
        try {
            Thread.sleep(slow.time().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply, boolean half) throws IOException {
        exchange.getResponseHeaders().putAll(reply.headers());
        byte[] body = reply.body();
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), none ? -1 : body.length);
        if (!none) {
            // Closing this before all is written, or the exchange, ends the connection.
            OutputStream out = exchange.getResponseBody();
            out.write(body, 0, half ? body.length / 2 : body.length);
            if (half) {
                out.flush();
            } else {
                out.close();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
