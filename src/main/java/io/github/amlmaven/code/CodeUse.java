package io.github.amlmaven.code;

/** What some code is for. Azure ML's client 1.35.2 does not upload the same for all of it. */
public enum CodeUse {
    /** A component's: never a {@code __pycache__}. */
    COMPONENT,
    /** What belongs to no component, as the code of a job by itself, a folder of data or a build context: all that no ignore file leaves out. */
    JOB,
    /** A component's that names no code: its additional includes alone, less what the ignore file of its own folder leaves out. */
    INCLUDES
}
