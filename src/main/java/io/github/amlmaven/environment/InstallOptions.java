package io.github.amlmaven.environment;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The options of a program that installs as pip does. */
enum InstallOptions {
    /** Those of {@code pip install}. */
    PIP("-t|--target|--prefix|--root|--src|--upgrade-strategy|--platform|--python-version"
            + "|--implementation|--abi|--progress-bar|--cache-dir|--timeout|--default-timeout"
            + "|--retries|--proxy|--cert|--client-cert|--log|--exists-action|--report"
            + "|--root-user-action|--use-deprecated|--python|--keyring-provider|--group"
            + "|--build-constraint") {
        @Override
        Optional<PipOption> named(String name) {
            try {
                return Optional.of(
                        name.startsWith("--") ? PipOption.byLongName(name) : PipOption.byShortName(name.charAt(1)));
            } catch (GrammarException e) {
                // The command has many more options than the file.
                return Optional.empty();
            }
        }
    },

    /**
     * Those of {@code uv pip install} and {@code uv pip sync}, with the names that they had before (<a
     * href="https://docs.astral.sh/uv/reference/cli/#uv-pip-install">uv's reference</a>, uv 0.13). An override is a constraint that counts even
     * against what packages ask for.
     */
    UV("-b|--build-constraints|--build-constraint|--excludes|--exclude|--extra|--group|--cert"
            + "|-t|--target|--prefix|--python-version|--python-platform|--output-format"
            + "|--torch-backend|--index-strategy|--keyring-provider|-P|--upgrade-package"
            + "|--upgrade-group|--resolution|--prerelease|--prerelease-package|--fork-strategy"
            + "|--exclude-newer|--exclude-newer-package|--no-sources-package|--no-editable-package"
            + "|--no-build-isolation-package|--config-settings-package|--reinstall-package"
            + "|--refresh-package|--link-mode|--cache-dir|-p|--python|--color|--allow-insecure-host"
            + "|--trusted-host|--directory|--project|--config-file") {
        @Override
        Optional<PipOption> named(String name) {
            return Optional.ofNullable(UV_NAMES.get(name));
        }
    };

    private static final Map<String, PipOption> UV_NAMES = Map.ofEntries(
            Map.entry("-r", PipOption.REQUIREMENT),
            Map.entry("--requirements", PipOption.REQUIREMENT),
            Map.entry("--requirement", PipOption.REQUIREMENT),
            Map.entry("-e", PipOption.EDITABLE),
            Map.entry("--editable", PipOption.EDITABLE),
            Map.entry("-c", PipOption.CONSTRAINT),
            Map.entry("--constraints", PipOption.CONSTRAINT),
            Map.entry("--constraint", PipOption.CONSTRAINT),
            Map.entry("--overrides", PipOption.CONSTRAINT),
            Map.entry("--override", PipOption.CONSTRAINT),
            Map.entry("--default-index", PipOption.INDEX_URL),
            Map.entry("-i", PipOption.INDEX_URL),
            Map.entry("--index-url", PipOption.INDEX_URL),
            Map.entry("--index", PipOption.EXTRA_INDEX_URL),
            Map.entry("--extra-index-url", PipOption.EXTRA_INDEX_URL),
            Map.entry("-f", PipOption.FIND_LINKS),
            Map.entry("--find-links", PipOption.FIND_LINKS),
            Map.entry("--no-index", PipOption.NO_INDEX),
            Map.entry("--pre", PipOption.PRE),
            Map.entry("--require-hashes", PipOption.REQUIRE_HASHES),
            Map.entry("--no-binary", PipOption.NO_BINARY),
            Map.entry("--only-binary", PipOption.ONLY_BINARY),
            Map.entry("-C", PipOption.CONFIG_SETTINGS),
            Map.entry("--config-setting", PipOption.CONFIG_SETTINGS),
            Map.entry("--config-settings", PipOption.CONFIG_SETTINGS));

    private final Pattern withValue;

    InstallOptions(String withValue) {
        this.withValue = Pattern.compile(withValue);
    }

    /** The option that says something about what is installed; nothing for any other. */
    abstract Optional<PipOption> named(String name);

    /** Whether an option takes a value and says nothing about what is installed. */
    boolean takesValue(String name) {
        return withValue.matcher(name).matches();
    }
}
