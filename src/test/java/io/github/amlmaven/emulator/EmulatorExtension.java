package io.github.amlmaven.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test an {@link Emulator} of its own, by a parameter of that type, or as many as it wants, by one of type {@link Emulators}. All of one
 * run share their certificates, and one Azurite, which starts with the first test that asks for it.
 */
public final class EmulatorExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EmulatorExtension.class);

    /** In time: a parameter that cannot be had would be a failure. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean blobs = context.getTestMethod().stream()
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .anyMatch(parameter -> parameter.isAnnotationPresent(WithBlobs.class));
        return blobs && !Azurite.hasNode()
                ? ConditionEvaluationResult.disabled(
                        "Skipped: it needs blobs, and they need Node.js 20 or newer with npm.")
                : ConditionEvaluationResult.enabled("It has what it needs.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Emulator.class || type == Emulators.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean blobs = parameter.isAnnotated(WithBlobs.class);
        if (blobs) {
            // Not in the middle of a request: to install it may take longer than a client waits.
            azurite(context.getRoot(), true);
        }
        if (parameter.getParameter().getType() == Emulators.class) {
            return emulators(context, blobs);
        }
        // The store closes what can be closed, when the test is over.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Emulator.class, type -> start(Settings.usual(), context, blobs), Emulator.class);
    }

    private static Emulators emulators(ExtensionContext context, boolean blobs) {
        return settings -> {
            Emulator emulator = start(settings, context, blobs);
            context.getStore(NAMESPACE).put(emulator.address(), emulator);
            return emulator;
        };
    }

    private static Emulator start(Settings settings, ExtensionContext context, boolean blobs) {
        ExtensionContext root = context.getRoot();
        Common common = root.getStore(NAMESPACE).getOrComputeIfAbsent(Common.class, type -> new Common(), Common.class);
        return Emulator.start(settings, () -> azurite(root, blobs), () -> {}, common);
    }

    private static Azurite azurite(ExtensionContext root, boolean wanted) {
        if (!wanted) {
            throw new IllegalStateException("a test that uses blobs says so: @WithBlobs Emulator");
        }
        return root.getStore(NAMESPACE).getOrComputeIfAbsent(Azurite.class, type -> azurite(), Azurite.class);
    }

    private static Azurite azurite() {
        try {
            return Azurite.start(Settings.usual().project());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
