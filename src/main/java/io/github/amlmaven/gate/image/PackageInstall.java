package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.ShellCommand;
import io.github.amlmaven.environment.Token;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Picks the packages that a package manager is told to install. */
final class PackageInstall {
    private static final Set<String> INSTALL = Set.of("install", "add", "create");
    private static final Set<String> WITH_VALUE = Set.of(
            "-t",
            "-n",
            "-p",
            "-c",
            "-f",
            "-o",
            "--target-release",
            "--name",
            "--prefix",
            "--channel",
            "--file",
            "--virtual");

    /** Conda and those that stand in for it. */
    static final Set<String> CONDA = Set.of("conda", "mamba", "micromamba");

    /** The package managers of operating systems. */
    static final Set<String> SYSTEM = Set.of("apt-get", "apt", "apk", "yum", "dnf", "microdnf", "zypper");

    /** {@code numpy==1.26.4}, or {@code numpy=1.26.4=py310_0} with its build. */
    private static final Pattern EXACT_FOR_CONDA =
            Pattern.compile("[^=<>!~]+(?:==|=(?=[^=]+=))[^=<>!~,|*]+(?:=[^=*]+)?");

    private PackageInstall() {}

    /** Whether conda installs exactly one version of what is written so. */
    static boolean isExactForConda(Token written) {
        return EXACT_FOR_CONDA.matcher(written.text()).matches();
    }

    /** Whether a package manager of an operating system does. */
    static boolean isExactForSystem(Token written) {
        return written.text().indexOf('=') >= 0 && written.text().indexOf('*') < 0;
    }

    static Stream<Token> of(ShellCommand command, Set<String> programs) {
        List<Token> words = command.words();
        int verb = 1;
        while (verb < words.size() && words.get(verb).text().startsWith("-")) {
            verb++;
        }
        boolean installs = programs.contains(command.program())
                && verb < words.size()
                && INSTALL.contains(words.get(verb).text());
        Stream.Builder<Token> packages = Stream.builder();
        for (int i = verb + 1; installs && i < words.size(); i++) {
            String text = words.get(i).text();
            if (WITH_VALUE.contains(text)) {
                i++;
            } else if (!text.startsWith("-")) {
                packages.add(words.get(i));
            }
        }
        return packages.build();
    }
}
