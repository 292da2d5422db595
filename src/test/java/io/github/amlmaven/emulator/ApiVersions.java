package io.github.amlmaven.emulator;

import java.util.List;

/** The versions of the interface that the resource provider has. */
final class ApiVersions {
    private static final List<String> KNOWN = List.of(
            "2022-05-01",
            "2022-10-01",
            "2023-04-01",
            "2023-10-01",
            "2024-04-01",
            "2024-10-01",
            "2025-04-01",
            "2025-06-01",
            "2025-09-01",
            "2025-12-01",
            "2026-03-01",
            "2026-05-01",
            "2022-02-01-preview",
            "2022-06-01-preview",
            "2022-10-01-preview",
            "2022-12-01-preview",
            "2023-02-01-preview",
            "2023-04-01-preview",
            "2023-06-01-preview",
            "2023-08-01-preview",
            "2024-01-01-preview",
            "2024-04-01-preview",
            "2024-07-01-preview",
            "2024-10-01-preview",
            "2025-01-01-preview",
            "2025-10-01-preview",
            "2026-01-15-preview",
            "2026-03-15-preview",
            "2026-05-15-preview");

    private ApiVersions() {}

    static String check(Call call, String type) throws Refusal {
        String version = call.query().get("api-version");
        if (version == null || version.isEmpty()) {
            throw new Refusal(
                    400,
                    "MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=) is required for all requests.");
        }
        if (!KNOWN.contains(version)) {
            throw new Refusal(
                    400,
                    "InvalidResourceType",
                    "The resource type '" + type
                            + "' could not be found in the namespace 'Microsoft.MachineLearningServices' for api version '"
                            + version + "'. The supported api-versions are '" + String.join(",", KNOWN) + "'.");
        }
        return version;
    }
}
