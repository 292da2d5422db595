package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.*;
import io.github.amlmaven.tree.*;
import java.nio.file.*;
import java.util.*;

public final class DevMain {
    public static void main(String[] a) throws Exception {
        ObjectMapper m = new ObjectMapper();
        List<String> q = Files.readAllLines(Path.of(a[0])), r = Files.readAllLines(Path.of(a[1]));
        String root = a[2];
        String filter = a.length > 3 ? a[3] : "";
        DiskTree tree = new DiskTree(Path.of(root));
        int same = 0, differ = 0, err = 0, none = 0;
        for (int i = 0; i < q.size(); i++) {
            JsonNode qq = m.readTree(q.get(i)), rr = m.readTree(r.get(i));
            String path = qq.path("path").asText().substring(root.length() + 1);
            if (!path.contains(filter)) continue;
            if (rr.has("error")) {
                err++;
                continue;
            }
            try {
                Optional<Captured> c = Captured.read(tree, TreePath.of(path), Agreement::id);
                if (c.isEmpty()) {
                    none++;
                    System.out.println("NOT CAPTURED " + path);
                    continue;
                }
                List<String> d = new Agreement().differences(rr.path("puts"), c.get());
                if (d.isEmpty()) same++;
                else {
                    differ++;
                    System.out.println("DIFF " + path);
                    d.stream()
                            .limit(12)
                            .forEach(x -> System.out.println("     " + (x.length() > 400 ? x.substring(0, 400) : x)));
                }
            } catch (Throwable e) {
                differ++;
                System.out.println("FAIL " + path + " " + e);
                if (a.length > 4) e.printStackTrace(System.out);
            }
        }
        System.out.println("same " + same + " differ " + differ + " azure-error " + err + " not captured " + none);
    }
}
