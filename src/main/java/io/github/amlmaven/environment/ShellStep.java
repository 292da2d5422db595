package io.github.amlmaven.environment;

/**
 * A command, and where it runs.
 *
 * @param command the command
 * @param shell the part of the script that it stands in
 */
record ShellStep(ShellCommand command, Subshell shell) {}
