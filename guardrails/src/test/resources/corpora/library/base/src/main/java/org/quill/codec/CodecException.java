package org.quill.codec;

/** Says that something could not be encoded or decoded. */
public class CodecException extends Exception {
    private static final long serialVersionUID = 1L;

    public CodecException(String message) {
        super(message);
    }
}
