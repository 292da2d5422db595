package io.github.amlmaven.workspace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.Collection;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A hold as a component container has it. */
class HoldTest {
    private static final Stamp STAMP = new Stamp("sha256:" + "1".repeat(64), "org.example:rides:1.5.0", "2".repeat(40));
    private static final Hold HOLD = new Hold(STAMP, "r".repeat(256), Instant.parse("2026-07-01T12:00:00Z"));

    @Test
    void isReadAsItWasWritten() {
        assertThat(Hold.in(HOLD.body(true))).contains(HOLD);
        assertThat(Hold.in(HOLD.body(false))).isEmpty();
    }

    @Test
    void standsWhereTheContractAllows() throws Exception {
        assertThat(Hold.name(STAMP).path()).matches("components/aml-hold-[0-9a-f-]{36}");
        for (String version : new String[] {"2024-04-01", "2026-05-01"}) {
            assertThat(new Contract(version).errors(Collection.COMPONENT_CONTAINER, HOLD.body(true)))
                    .isEmpty();
        }
        assertThat(HOLD.body(true).at("/properties/tags"))
                .allSatisfy(tag -> assertThat(tag.asText()).hasSizeLessThanOrEqualTo(256));
    }

    @Test
    void whoseDateSomebodyEditedHoldsAllTheSame() {
        ObjectNode body = HOLD.body(true);
        body.withObject("/properties/tags").put("aml.hold-since", "yesterday");

        assertThat(Hold.in(body)).map(Hold::since).contains(Instant.EPOCH);
    }

    @Test
    void isNoHoldWithoutWhatItHolds() {
        ObjectNode body = HOLD.body(true);
        body.withObject("/properties/tags").remove("aml.coordinates");

        assertThat(Hold.in(body)).isEmpty();
    }

    @Test
    void isOfARelease() {
        Stamp rebuilt = new Stamp("sha256:" + "3".repeat(64), STAMP.coordinates(), "4".repeat(40));
        Stamp snapshot = new Stamp(STAMP.snapshot(), "org.example:rides:1.6.0-SNAPSHOT", STAMP.commit());
        Stamp next = new Stamp(rebuilt.snapshot(), snapshot.coordinates(), rebuilt.commit());

        assertThat(Hold.name(rebuilt)).isEqualTo(Hold.name(STAMP));
        assertThat(Hold.isSame(rebuilt, STAMP)).isTrue();
        assertThat(Hold.name(next)).isNotEqualTo(Hold.name(snapshot));
        assertThat(Hold.isSame(next, snapshot)).isFalse();
    }
}
