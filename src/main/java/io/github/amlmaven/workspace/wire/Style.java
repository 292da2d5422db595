package io.github.amlmaven.workspace.wire;

/** How the members of a body are written. */
enum Style {
    /** As the REST contract says: {@code jobInputType}. */
    CONTRACT,
    /** Inside a pipeline, where the contract says nothing and Azure's client keeps the names of definitions: {@code job_input_type}. */
    STEP;

    /**
     * The name of a member.
     *
     * @param name as definitions write it, with underscores
     * @return the same in this style
     */
    String key(String name) {
        return this == STEP ? name : camel(name);
    }

    /**
     * A name without underscores.
     *
     * @param name for example {@code max_total_trials}
     * @return for example {@code maxTotalTrials}
     */
    static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = !camel.isEmpty();
            } else {
                camel.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return camel.toString();
    }

    /**
     * A name of a type.
     *
     * @param name for example {@code median_stopping}
     * @return for example {@code MedianStopping}
     */
    static String pascal(String name) {
        String camel = camel(name);
        return camel.isEmpty() ? camel : Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
    }
}
