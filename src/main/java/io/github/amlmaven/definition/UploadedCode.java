package io.github.amlmaven.definition;

import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.environment.Uploaded;

/** An upload whose files are looked for by the names that they get there. */
final class UploadedCode {
    private UploadedCode() {}

    static Uploaded of(CodeListing upload) {
        return name -> upload.files().stream()
                .filter(file -> file.name().equals(name))
                .map(CodeListing.UploadedFile::entry)
                .findFirst();
    }
}
