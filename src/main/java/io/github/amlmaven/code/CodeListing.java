package io.github.amlmaven.code;

import io.github.amlmaven.tree.TreeEntry;
import java.util.List;

/**
 * The files that make up uploaded code.
 *
 * @param files each with the name that it gets in the upload, in the order of those names
 * @param captured every entry of the tree that the upload is made from: the files, the links on the way and the ignore files
 * @param problems links that lead nowhere, and the like
 */
public record CodeListing(List<UploadedFile> files, List<TreeEntry> captured, List<CodeProblem> problems) {

    /**
     * A file of the upload.
     *
     * @param name its name relative to the root of the upload, with {@code /}
     * @param entry the file that has its bytes; elsewhere than the name says when a link or an include leads there
     */
    public record UploadedFile(String name, TreeEntry entry) {}

    /**
     * Why a part of the code cannot be uploaded.
     *
     * @param id a short stable name, such as {@code code/dangling-link}
     * @param entry the entry that is wrong
     * @param message what is wrong, one sentence
     * @param fix what mends it, one sentence
     */
    public record CodeProblem(String id, TreeEntry entry, String message, String fix) {}
}
