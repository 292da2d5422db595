package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Git's paths as paths on disk and back, byte for byte. On Unix a file name is bytes, and Java turns them into text by the locale, which in a
 * container is often plain ASCII: {@link Path#of} then refuses an umlaut. A file URI keeps the bytes whatever the locale is.
 */
final class DiskPaths {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final char UNDECODABLE = '\uFFFD';

    private final Path root;
    private final boolean bytes;
    private final boolean localeIsUtf8;

    DiskPaths(Path root) {
        this.root = root;
        this.bytes = root.getFileSystem().supportedFileAttributeViews().contains("unix");
        this.localeIsUtf8 =
                bytes && Path.of(URI.create("file:///%C3%BC")).toString().equals("/ü");
    }

    /** Whether files here have a mode that says who may execute them. */
    boolean haveModes() {
        return bytes;
    }

    /** Where a path lies on disk; nothing when no file of this system can be called so, or when the name would lead elsewhere. */
    Optional<Path> locate(TreePath path) {
        if (path.isRoot()) {
            return Optional.of(root);
        }
        try {
            if (!bytes) {
                Path located = root.resolve(path.value());
                boolean same = located.getNameCount() - root.getNameCount()
                                == path.value().split("/", -1).length
                        && path.value().indexOf('\\') < 0
                        && path.value().indexOf(':') < 0;
                return same ? Optional.of(located) : Optional.empty();
            }
            return Optional.of(
                    PathText.isAscii(path.value())
                            ? root.resolve(path.value())
                            : Path.of(URI.create(folderUri(root) + escape(path.value()))));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The last name of a path on disk, as git would spell it. */
    String nameOf(Path path) {
        String name = String.valueOf(path.getFileName());
        if (isFaithful(name)) {
            return name;
        }
        String uri = path.toUri().getRawPath();
        int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
        return unescape(uri.substring(uri.lastIndexOf('/', end - 1) + 1, end));
    }

    /** The text of a path as a link holds it, which may be relative, absolute or nonsense. */
    String textOf(Path path) {
        String text = path.toString();
        if (isFaithful(text)) {
            return bytes ? text : text.replace('\\', '/');
        }
        StringBuilder joined = new StringBuilder(path.isAbsolute() ? "/" : "");
        for (int i = 0; i < path.getNameCount(); i++) {
            joined.append(i == 0 ? "" : "/").append(nameOf(path.getName(i)));
        }
        return joined.toString();
    }

    private boolean isFaithful(String text) {
        return !bytes || (localeIsUtf8 ? text.indexOf(UNDECODABLE) < 0 : PathText.isAscii(text));
    }

    private static String folderUri(Path folder) {
        String uri = folder.toUri().toString();
        return uri.endsWith("/") ? uri : uri + "/";
    }

    private static String escape(String text) {
        StringBuilder uri = new StringBuilder();
        for (byte b : PathText.encode(text)) {
            boolean plain = b == '/' || b == '.' || b == '-' || b == '_' || (b > 0 && Character.isLetterOrDigit(b));
            uri.append(plain ? String.valueOf((char) b) : "%" + HEX.toHexDigits(b));
        }
        return uri.toString();
    }

    private static String unescape(String uri) {
        byte[] in = uri.getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                out[length++] = (byte) HexFormat.fromHexDigits(uri, i + 1, i + 3);
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return PathText.decode(out, 0, length);
    }
}
