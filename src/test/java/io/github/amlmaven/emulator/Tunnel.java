package io.github.amlmaven.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A proxy, as many companies have one, that leads every connection to an emulator, whatever name it is meant for: so the names of storage
 * accounts need not be known to the machine.
 */
public final class Tunnel implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "tunnel");
        thread.setDaemon(true);
        return thread;
    });

    private Tunnel(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** Opens one to an emulator. */
    public static Tunnel to(Emulator emulator) {
        try {
            InetAddress here = InetAddress.getLoopbackAddress();
            Tunnel tunnel =
                    new Tunnel(new ServerSocket(0, 50, here), emulator.address().getPort());
            tunnel.threads.execute(tunnel::accept);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that it listens on, at 127.0.0.1. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many connections went through it. */
    public int connections() {
        return connections.get();
    }

    /** Cuts one connection, in the middle of what it says, when so many more bytes have gone through. */
    public void cutAfter(long bytes) {
        left.set(bytes);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // Closed: that is how it ends.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket there = new Socket(InetAddress.getLoopbackAddress(), target)) {
            // Small requests would else wait 40 ms for an acknowledgement.
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            BufferedReader head =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            String line = head.readLine();
            while (line != null && !line.isEmpty()) {
                line = head.readLine();
            }
            connections.incrementAndGet();
            client.getOutputStream()
                    .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            threads.execute(() -> copy(there, client));
            send(client.getInputStream(), there.getOutputStream());
        } catch (IOException e) {
            // Either side may end a connection at any time, and sees that itself.
            return;
        }
    }

    private void send(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 14];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            long before = left.getAndAdd(-read);
            if (before > 0 && before <= read) {
                // What is left is negative from then on: no other connection is cut.
                return;
            }
            out.write(buffer, 0, read);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
