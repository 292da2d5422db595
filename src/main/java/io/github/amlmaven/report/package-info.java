/**
 * What people and other programs are shown: findings on the console, in files and beside the code, and the summary of a snapshot. The doors
 * are {@link io.github.amlmaven.report.ConsoleFindings}, {@link io.github.amlmaven.report.FindingsJson}, {@link
 * io.github.amlmaven.report.SarifLog}, {@link io.github.amlmaven.report.JUnitReport}, {@link io.github.amlmaven.report.ConsolePlan} and {@link io.github.amlmaven.report.Annotations}.
 * Nothing is printed and nothing is decided here: lines and files are made from finished values.
 */
@NullMarked
package io.github.amlmaven.report;

import org.jspecify.annotations.NullMarked;
