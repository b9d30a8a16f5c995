package io.loanflow.serving.prediction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** JSON in UTF-8, as RFC 8259 has it; what comes in UTF-16 or UTF-32 is made that, so that a record is kept in one way. */
final class JsonText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private JsonText() {}

    /** @throws MalformedJsonException if it is in none of them */
    static byte[] utf8(byte[] body) {
        if (body.length < 4 || isUtf8(body)) {
            return body;
        }
        String text = decoded(body, charset(body));
        return (text.codePointAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(byte[] body, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("the body begins as " + charset + " and is none; send UTF-8");
        }
    }

    /** The first two characters of JSON are ASCII, whose other bytes are 0 in the other encodings. */
    private static boolean isUtf8(byte[] body) {
        boolean marked = (body[0] & 0xFF) >= 0xFE;
        return !marked && body[0] != 0 && body[1] != 0;
    }

    private static Charset charset(byte[] body) {
        boolean bigEndian = body[0] == 0 || (body[0] & 0xFF) == 0xFE;
        boolean wide = bigEndian ? body[0] == 0 && body[1] == 0 : body[2] == 0 && body[3] == 0;
        if (wide) {
            return Charset.forName(bigEndian ? "UTF-32BE" : "UTF-32LE");
        }
        return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
}
