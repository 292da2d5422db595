package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The proxy of a company, and the only way out of it. Whatever host is asked for is the emulator, so that clients reach it by Azure's own names,
 * which no name server has to know.
 */
public final class ForwardProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final URI emulator;
    private final Optional<String> credentials;
    private final List<String> hosts = new ArrayList<>();

    private ForwardProxy(ServerSocket listener, URI emulator, Optional<String> credentials) {
        this.listener = listener;
        this.emulator = emulator;
        this.credentials = credentials;
    }

    /**
     * Starts one that lets everybody through.
     *
     * @param emulator where everything leads
     */
    public static ForwardProxy start(Emulator emulator) {
        return start(emulator, Optional.empty());
    }

    /**
     * Starts one that asks for a password.
     *
     * @param emulator where everything leads
     * @param user who is let through
     * @param password with which password
     */
    public static ForwardProxy start(Emulator emulator, String user, String password) {
        byte[] both = (user + ":" + password).getBytes(ISO_8859_1);
        return start(emulator, Optional.of("basic " + Base64.getEncoder().encodeToString(both)));
    }

    private static ForwardProxy start(Emulator emulator, Optional<String> credentials) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            ForwardProxy proxy = new ForwardProxy(listener, emulator.address(), credentials);
            inBackground(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** Which hosts and ports were asked for, in order; also where the way was barred. */
    public synchronized List<String> hosts() {
        return List.copyOf(hosts);
    }

    private synchronized void note(String host) {
        hosts.add(host);
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            inBackground(() -> {
                try (client) {
                    serve(client);
                }
            });
        }
    }

    private void serve(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        for (List<String> head = head(in); !head.isEmpty(); head = head(in)) {
            String[] request = head.get(0).split(" ", -1);
            note(request[1]);
            if (!request[0].equals("CONNECT")) {
                answer(client, "405 Method Not Allowed\r\nContent-Length: 0");
            } else if (!letsThrough(head)) {
                answer(
                        client,
                        "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"company\"\r\nContent-Length: 0");
            } else {
                tunnel(client, in);
                return;
            }
        }
    }

    private void tunnel(Socket client, InputStream in) throws IOException {
        try (Socket server = new Socket(emulator.getHost(), emulator.getPort())) {
            answer(client, "200 Connection Established");
            inBackground(() -> {
                in.transferTo(server.getOutputStream());
                server.shutdownOutput();
            });
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private boolean letsThrough(List<String> head) {
        return credentials.isEmpty()
                || head.stream().anyMatch(line -> {
                    String[] header = line.split(":\\s*", 2);
                    return header[0].equalsIgnoreCase("Proxy-Authorization")
                            && header[1].replaceFirst("^(?i)basic", "basic").equals(credentials.get());
                });
    }

    private static void answer(Socket client, String answer) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    /** The lines up to an empty one; none where the connection ended. */
    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') {
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (read != '\r') {
                line.append((char) read);
            }
        }
        return List.of();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One of both sides has hung up, and the other one has seen it: the thread has nothing left to
                        // do.
                        return;
                    }
                },
                ForwardProxy.class.getSimpleName().toLowerCase(Locale.ROOT));
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
