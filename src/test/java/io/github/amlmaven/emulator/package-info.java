/**
 * A stand-in for Azure Machine Learning, for tests and demonstrations: workspaces and registries behind Azure Resource Manager's HTTPS
 * interface, with identities and blobs, and with faults on demand. The door is {@link io.github.amlmaven.emulator.Emulator}; in JUnit
 * {@link io.github.amlmaven.emulator.EmulatorExtension} hands one to each test, and {@link io.github.amlmaven.emulator.EmulatorMain} runs one as a
 * process. It says yes to nothing that the service would refuse, and answers what the service is known to answer, which is no echo.
 */
@NullMarked
package io.github.amlmaven.emulator;

import org.jspecify.annotations.NullMarked;
