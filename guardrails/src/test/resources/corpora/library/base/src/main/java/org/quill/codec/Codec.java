package org.quill.codec;

/** A two-way encoding of bytes as text. */
public interface Codec {

    /** Returns the text of some bytes. */
    String encode(byte[] data);

    /**
     * Returns the bytes of a text.
     *
     * @throws CodecException if the text is none of this codec's
     */
    byte[] decode(String text) throws CodecException;

    /** Returns whether a text can be decoded. */
    default boolean canDecode(String text) {
        try {
            decode(text);
            return true;
        } catch (CodecException e) {
            return false;
        }
    }
}

/** Joins two codecs. Not public: the order surprised people. */
final class Chain implements Codec {
    private final Codec first;
    private final Codec second;

    Chain(Codec first, Codec second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public String encode(byte[] data) {
        return second.encode(first.encode(data).getBytes());
    }

    @Override
    public byte[] decode(String text) throws CodecException {
        return first.decode(new String(second.decode(text)));
    }
}
