package io.github.amlmaven.signature;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Tells who made a file, by a signature that lies beside it. */
@FunctionalInterface
public interface SignatureVerifier {

    /**
     * Verifies a file that is open, and stays so: a name may lead to another file a moment later.
     *
     * @param signed the file, all of which is read; its position stays where it is
     * @param signature its detached signature
     * @return who signed it
     * @throws SignatureRefusedException when nobody did who is trusted, with the reason
     * @throws IOException when a file cannot be read
     */
    Signer verify(FileChannel signed, Path signature) throws SignatureRefusedException, IOException;
}
