package io.github.amlmaven.signature;

import java.io.IOException;
import java.nio.file.Path;

/** Tells who made a file, by a signature that lies beside it. */
@FunctionalInterface
public interface SignatureVerifier {

    /**
     * Verifies a file.
     *
     * @param signed the file
     * @param signature its detached signature
     * @return who signed it
     * @throws SignatureRefusedException when nobody did who is trusted, with the reason
     * @throws IOException when a file cannot be read
     */
    Signer verify(Path signed, Path signature) throws SignatureRefusedException, IOException;
}
