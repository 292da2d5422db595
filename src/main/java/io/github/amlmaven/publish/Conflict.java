package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.Place;
import java.util.List;

/** Says that something else has an element's name and version, and what to do. */
final class Conflict {
    private Conflict() {}

    /**
     * Says it.
     *
     * @param element whose name it is
     * @param name its name and version
     * @param place where something else has them
     * @param changes how that differs, one line each
     * @param publication what the element belongs to
     */
    static String message(
            Element.Asset element, String name, Place place, List<String> changes, Publication publication) {
        return "The " + element.collection().spoken() + " " + name + " is in " + place
                + " already, and it is another one (" + String.join("; ", changes) + "). "
                + Naming.next(element, publication);
    }
}
