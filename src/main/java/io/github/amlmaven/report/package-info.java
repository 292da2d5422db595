/**
 * What people and other programs are shown: findings on the console and in files, and the summary of a snapshot. The doors are
 * {@link io.github.amlmaven.report.ConsoleFindings} and {@link io.github.amlmaven.report.FindingsJson}. Nothing is printed and nothing is
 * decided here: lines and files are made from finished values.
 */
@NullMarked
package io.github.amlmaven.report;

import org.jspecify.annotations.NullMarked;
