package dev.keyline.pbx.conf;

/// Where something stands: a file and a line, counted from 1. Every refusal can name it.
public record Place(String file, int line) {
    /// For what stands in no file.
    public static final Place NOWHERE = new Place("", 0);

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
