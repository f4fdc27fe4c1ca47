package dev.keyline.pbx.channel;

import dev.keyline.iax.message.ConnectedLine;
import dev.keyline.iax.message.Redirecting;

/// What a channel knows of the others in its call, and how it deals with them.
public final class Parties {
    private Etiquette etiquette = Etiquette.USUAL;
    private ConnectedLine connected = ConnectedLine.NONE;
    private Redirecting redirecting = Redirecting.NONE;
    private String musicClass = "";
    private long pictures;

    public Etiquette etiquette() {
        return etiquette;
    }

    public void etiquette(Etiquette rules) {
        etiquette = rules;
    }

    /// Who is at the other end.
    public ConnectedLine connected() {
        return connected;
    }

    public void connected(ConnectedLine line) {
        connected = line;
    }

    /// Who sent the call elsewhere.
    public Redirecting redirecting() {
        return redirecting;
    }

    public void redirecting(Redirecting how) {
        redirecting = how;
    }

    /// The formats of pictures that it may be sent, as a mask; none unless both sides allow some.
    public long pictures() {
        return pictures;
    }

    public void pictures(long formats) {
        pictures = formats;
    }

    /// The class of music the dialplan wants it to hear on hold; empty when it does not care.
    public String musicClass() {
        return musicClass;
    }

    public void musicClass(String name) {
        musicClass = name;
    }
}
