package io.github.amlmaven.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS.FileStoreAttributes;
import org.eclipse.jgit.util.SystemReader;

/**
 * Makes this copy of JGit keep its hands off the machine. Left alone, the first look at a changed pack folder or index measures the file
 * system's clock for up to three seconds ({@link FileStoreAttributes}), writes the result to the user's {@code jgit/config}, and reading the
 * system's configuration starts the {@code git} program to ask where that is.
 *
 * <p>JGit measures when its user configuration does not say what the measurement would find, and that configuration comes from its system
 * reader. So ours has one that answers: two seconds, the coarsest clock there is, with which JGit looks at a file once more than it need. It
 * holds nothing else and comes from no file; {@link ConfigReader} reads the user's. The reader belongs to JGit's classes, and those to the
 * class loader of this plugin alone.
 */
final class JGitRealm {
    /** JGit reads a pack in pieces of 8 KiB when left alone; in larger ones a whole commit is read with a sixth less work. */
    private static final int WINDOW = 64 * 1024;

    private JGitRealm() {}

    /** To be called before JGit opens anything. Calling it again is free. */
    static void quieten() {
        synchronized (JGitRealm.class) {
            if (!(SystemReader.getInstance() instanceof QuietReader)) {
                SystemReader.setInstance(new QuietReader(SystemReader.getInstance()));
                WindowCacheConfig windows = new WindowCacheConfig();
                windows.setPackedGitWindowSize(WINDOW);
                windows.install();
            }
        }
    }

    private static final class QuietReader extends SystemReader.Delegate {
        QuietReader(SystemReader machine) {
            super(machine);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new FixedConfig(fs);
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            return new FixedConfig(fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            return new FixedConfig(fs);
        }
    }

    private static final class FixedConfig extends FileBasedConfig {
        FixedConfig(FS fs) {
            super(null, fs);
        }

        @Override
        public void load() {
            // It comes from no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            if (!section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)) {
                return super.getTimeUnit(section, subsection, name, otherwise, unit);
            }
            boolean resolution = name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION);
            return resolution ? unit.convert(FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION) : 0;
        }
    }
}
