package io.github.amlmaven.snapshot;

import io.github.amlmaven.definition.AssetId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The entries that hold resolved definitions. Each is called after its source, since most pipelines have no name; but a place inside a file is
 * made of keys, which may be anything, and an entry has to be a file on every disk. Whoever looks for a definition goes by its {@code file} in
 * the manifest.
 */
final class EntryNames {
    private static final String SUFFIX = ".json";

    /** The longest name that Linux, macOS and Windows all have room for, less what tells two apart. */
    private static final int LONGEST = 240;

    private static final String UNSAFE = "%<>:\"\\|?*\u007F";

    private final Set<String> taken = new HashSet<>();
    private final SortedMap<AssetId, String> names = new TreeMap<>();

    private EntryNames() {}

    /**
     * Names entries.
     *
     * @param assets which definitions
     * @return a name for each, without two that differ by case alone
     */
    static Map<AssetId, String> of(Collection<AssetId> assets) {
        EntryNames names = new EntryNames();
        new TreeSet<>(assets).forEach(names::name);
        return names.names;
    }

    private void name(AssetId asset) {
        String place = asset.place().isEmpty() ? "" : "#" + place(asset.place());
        String full = asset.kind().folder() + "/" + asset.path() + place;
        int last = full.lastIndexOf('/') + 1;
        String name = full.substring(0, last) + shortened(full.substring(last));
        String unique = name;
        for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = name + "~" + i;
        }
        names.put(asset, unique + SUFFIX);
    }

    private static String place(String place) {
        return Arrays.stream(place.split("/", -1))
                .map(EntryNames::encoded)
                .map(EntryNames::shortened)
                .collect(Collectors.joining("/"));
    }

    /** A key as a file name: what some disk has no place for becomes {@code %} and hex digits, as in a URL. */
    private static String encoded(String key) {
        if (key.isEmpty()) {
            return "%";
        }
        StringBuilder name = new StringBuilder();
        key.codePoints().forEach(c -> name.append(c < ' ' || UNSAFE.indexOf(c) >= 0 ? hex(c) : Character.toString(c)));
        // Windows takes no name that ends so, and "." and ".." are no names at all.
        char last = name.charAt(name.length() - 1);
        if (last == '.' || last == ' ') {
            name.replace(name.length() - 1, name.length(), hex(last));
        }
        return name.toString();
    }

    private static String hex(int c) {
        return "%" + HexFormat.of().withUpperCase().toHexDigits((byte) c);
    }

    private static String shortened(String name) {
        String shorter = name;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }
}
