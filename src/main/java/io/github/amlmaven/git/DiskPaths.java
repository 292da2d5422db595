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
public final class DiskPaths {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final char UNDECODABLE = '\uFFFD';

    private final Path root;
    private final boolean bytes;
    private final boolean localeIsUtf8;

    /**
     * Paths below a folder.
     *
     * @param root the folder, an absolute path
     */
    public DiskPaths(Path root) {
        this.root = root;
        this.bytes = areBytes(root);
        this.localeIsUtf8 =
                bytes && Path.of(URI.create("file:///%C3%BC")).toString().equals("/\u00fc");
    }

    /** Whether names are bytes there, as on Unix. */
    static boolean areBytes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** Whether files here have a mode that says who may execute them. */
    boolean haveModes() {
        return bytes;
    }

    /**
     * Where a path lies on disk.
     *
     * @param path a path below the root
     * @return the path; nothing when no file of this system can be called so, or when the name would lead elsewhere
     */
    public Optional<Path> locate(TreePath path) {
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

    /**
     * The last name of a path on disk, as git would spell it.
     *
     * @param path a path on disk
     * @return the name
     */
    public String nameOf(Path path) {
        String name = String.valueOf(path.getFileName());
        if (isFaithful(name)) {
            return name;
        }
        String uri = path.toUri().getRawPath();
        int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
        return unescape(uri.substring(uri.lastIndexOf('/', end - 1) + 1, end));
    }

    /**
     * The path that a link has to be made to, so that it holds a text.
     *
     * @param link where the link will be
     * @param text what it is to hold
     * @return the path; nothing when Java would write another text, as without the slash at an end
     */
    public static Optional<Path> linkTarget(Path link, String text) {
        DiskPaths paths = new DiskPaths(link.toAbsolutePath().getRoot());
        try {
            Path target = paths.bytes && !PathText.isAscii(text) && !paths.localeIsUtf8
                    ? fromBytes(text)
                    : Path.of(paths.bytes ? text : text.replace('/', '\\'));
            return paths.textOf(target).equals(text) ? Optional.of(target) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Path fromBytes(String text) {
        Path joined = Path.of("");
        for (String name : text.split("/", -1)) {
            joined = joined.resolve(
                    Path.of(URI.create("file:///" + escape(name))).getFileName());
        }
        return joined;
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
