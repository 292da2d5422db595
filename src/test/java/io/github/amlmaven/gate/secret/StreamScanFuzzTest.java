package io.github.amlmaven.gate.secret;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.amlmaven.Bounded;
import java.io.ByteArrayInputStream;

/** Any bytes can be looked through for secrets. */
class StreamScanFuzzTest {
    private final StreamScan scan = new StreamScan();

    @FuzzTest(maxDuration = "2m")
    void anything(byte[] bytes) throws Exception {
        Bounded.run(() -> scan.scan(new ByteArrayInputStream(bytes)));
    }
}
