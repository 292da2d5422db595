package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.definition.Target.Pin;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** How the manifest writes the values that are one string. */
final class ManifestTypes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ManifestTypes() {
        text(TreePath.class, TreePath::value, TreePath::of);
        text(JsonPointer.class, JsonPointer::toString, JsonPointer::compile);
        text(Instant.class, Instant::toString, Instant::parse);
        text(LocalDate.class, LocalDate::toString, LocalDate::parse);
        word(AssetKind.class, AssetKind::label);
        word(TreeEntry.Kind.class, TreeEntry.Kind::mode);
        word(RemoteKind.class, kind -> kind.name().toLowerCase(Locale.ROOT));
        word(CodeUse.class, use -> use.name().toLowerCase(Locale.ROOT));
        word(Pin.class, pin -> pin.name().toLowerCase(Locale.ROOT));
    }

    private <E extends Enum<E>> void word(Class<E> type, Function<E, String> word) {
        text(type, word, text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> word.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "'")));
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new StdSerializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(write.apply(value));
            }
        });
        addDeserializer(type, new StdScalarDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                if (!in.hasToken(JsonToken.VALUE_STRING)) {
                    return type.cast(context.handleUnexpectedToken(type, in));
                }
                try {
                    return read.apply(in.getText());
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw context.weirdStringException(in.getText(), type, e.getMessage());
                }
            }
        });
    }
}
