package io.github.amlmaven.definition;

import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.environment.Uploaded;
import io.github.amlmaven.tree.TreeEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An upload whose files are looked for by the names that they get there. */
final class UploadedCode implements Uploaded {
    private final CodeListing upload;
    private final Map<String, TreeEntry> files = new HashMap<>();

    UploadedCode(CodeListing upload) {
        this.upload = upload;
    }

    @Override
    public Optional<TreeEntry> named(String name) {
        if (files.isEmpty()) {
            upload.files().forEach(file -> files.put(file.name(), file.entry()));
        }
        return Optional.ofNullable(files.get(name));
    }
}
