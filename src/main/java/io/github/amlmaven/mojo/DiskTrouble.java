package io.github.amlmaven.mojo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says what a disk would not do. Of many of Java's exceptions the message is the name of a file, and nothing else. */
final class DiskTrouble {
    private DiskTrouble() {}

    /**
     * Puts it into words.
     *
     * @param failure what happened
     * @return what is wrong, with the file if one is known
     */
    static String words(IOException failure) {
        if (failure instanceof FileSystemException trouble && trouble.getReason() == null) {
            return trouble.getFile() + " " + what(trouble);
        } else if (failure.getMessage() == null) {
            return failure instanceof EOFException
                    ? "a file ends before it should; it may have been cut off"
                    : failure.getClass().getSimpleName();
        }
        return String.valueOf(failure.getMessage());
    }

    private static String what(FileSystemException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return "may not be read or written by the user that runs Maven";
        } else if (trouble instanceof NoSuchFileException) {
            return "is not there, and cannot be made";
        } else if (trouble instanceof NotDirectoryException) {
            return "is no folder";
        } else if (trouble instanceof FileAlreadyExistsException) {
            return "is there already";
        } else if (trouble instanceof DirectoryNotEmptyException) {
            return "is a folder with something in it";
        }
        return "(" + trouble.getClass().getSimpleName() + ")";
    }
}
