package io.github.amlmaven.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test an {@link Emulator} of its own, by a parameter of that type. All of one run share one Azurite, which starts with the first blob. */
public final class EmulatorExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EmulatorExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Emulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean blobs = parameter.isAnnotated(WithBlobs.class);
        if (blobs) {
            Azurite.assumeNode();
        }
        // The store closes what can be closed, when the test is over.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Emulator.class,
                        type -> Emulator.start(Settings.usual(), () -> azurite(context.getRoot(), blobs), () -> {}),
                        Emulator.class);
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
