package dev.keyline.iax.endpoint;

/// Our handle for a call, unique for the life of an endpoint. Not the call number, which is 15 bits
/// and used again.
public record CallId(long value) {
    @Override
    public String toString() {
        return "call " + value;
    }
}
