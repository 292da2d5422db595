package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A list, page by page, the newest first unless it was asked for otherwise, and without what is archived. */
final class Listing {
    private final int pageSize;

    Listing(int pageSize) {
        this.pageSize = pageSize;
    }

    Reply answer(Call call, List<Resource> all, Kind kind, World world) throws Refusal {
        List<Resource> wanted = new ArrayList<>(all.stream()
                .filter(resource -> inView(resource, call.query().getOrDefault("listViewType", "ActiveOnly")))
                .toList());
        String order = call.query().getOrDefault("$orderBy", "createdtime desc").toLowerCase(Locale.ROOT);
        switch (order) {
            case "createdtime desc" -> Collections.reverse(wanted);
            case "createdtime asc", "createdtime" -> {}
            default -> throw Refusal.invalid("The value '" + order + "' of $orderBy is not supported.");
        }
        int skip = number(call, "$skip", 0);
        int top = Math.min(number(call, "$top", pageSize), pageSize);
        ObjectNode page = Json.object();
        ArrayNode value = page.putArray("value");
        wanted.stream().skip(skip).limit(top).forEach(resource -> value.add(kind.shown(resource, world)));
        if (skip + top < wanted.size()) {
            page.put("nextLink", next(call, skip + top, world.address()));
        }
        return Reply.json(200, page);
    }

    private static boolean inView(Resource resource, String view) {
        return switch (view) {
            case "All" -> true;
            case "ArchivedOnly" -> resource.archived();
            default -> !resource.archived();
        };
    }

    private static int number(Call call, String name, int otherwise) throws Refusal {
        String text = call.query().get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("The value '" + text + "' of " + name + " is no number.");
        }
    }

    private static String next(Call call, int skip, URI address) {
        Map<String, String> query = call.query();
        query.put("$skip", Integer.toString(skip));
        return address + call.path() + "?"
                + query.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
