package io.github.amlmaven.mojo;

import io.github.amlmaven.report.Style;
import org.fusesource.jansi.Ansi;

/** Maven's own colours, where Maven itself shows colours. */
final class TerminalStyle implements Style {

    @Override
    public String of(Part part, String text) {
        if (!Ansi.isEnabled()) {
            return text;
        }
        Ansi begun = Ansi.ansi();
        Ansi dressed =
                switch (part) {
                    case FILE -> begun.bold();
                    case REFUSAL, CARET -> begun.fgBrightRed();
                    case WARNING -> begun.fgBrightYellow();
                    case FIX -> begun.fgGreen();
                };
        return dressed.a(text).reset().toString();
    }
}
