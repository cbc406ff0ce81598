package org.quill.tool;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quill.text.Strings;

/** Shows objects for finding faults; the one place that looks into others and writes files. */
public final class Dump {
    private final long started = System.currentTimeMillis();

    /** Returns the fields of an object, a line each. */
    public List<String> fields(Object object) {
        List<String> lines = new ArrayList<>();
        for (Field field : object.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            try {
                lines.add(Strings.rightPad(field.getName(), 20, ' ') + field.get(object));
            } catch (IllegalAccessException e) {
                lines.add(field.getName() + " ?");
            }
        }
        return lines;
    }

    /** Shows an object on the console. */
    public void print(Object object) {
        System.out.println("after " + (System.currentTimeMillis() - started) + " ms");
        for (String line : fields(object)) {
            System.out.println(line);
        }
    }

    /** Writes an object to a file. */
    public void write(Object object, Path file) throws IOException {
        String text = "";
        for (String line : fields(object)) {
            text = text + line + "\n";
        }
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
