package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shared access signatures of the one account, as "Create a service SAS" and "Create an account SAS" of the storage documentation define them. */
final class Signatures {
    private static final String VERSION = "2021-08-06";

    private Signatures() {}

    /** The query of a URL that may read, list, create and write the blobs of one container for some time from now, or that ended so long ago. */
    static String ofContainer(String container, Duration time) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant until = now.plus(time);
        Instant from = until.minus(Duration.ofHours(2));
        String permissions = "rcwl";
        String text = String.join(
                "\n",
                permissions,
                from.toString(),
                until.toString(),
                "/blob/" + Azurite.ACCOUNT + "/" + container,
                "", // policy
                "", // addresses
                "", // protocol
                VERSION,
                "c",
                "", // snapshot
                "", // encryption scope
                "", // five headers of the answer
                "",
                "",
                "",
                "");
        return query("sv", VERSION, "sr", "c", "st", from.toString(), "se", until.toString(), "sp", permissions)
                + "&sig=" + sign(text);
    }

    /** The query of a URL that may do anything with blobs and containers of the account for some time from now, or that ended so long ago. */
    static String ofAccount(Duration time) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String until = now.plus(time).toString();
        String permissions = "rwdlac";
        String text = String.join("\n", Azurite.ACCOUNT, permissions, "b", "sco", "", until, "", "", VERSION, "", "");
        return query("sv", VERSION, "ss", "b", "srt", "sco", "se", until, "sp", permissions) + "&sig=" + sign(text);
    }

    private static String query(String... pairs) {
        return Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
                .map(i -> pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(Azurite.KEY), "HmacSHA256"));
            return URLEncoder.encode(Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8))), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
