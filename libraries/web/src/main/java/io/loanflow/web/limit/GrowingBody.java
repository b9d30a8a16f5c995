package io.loanflow.web.limit;

import java.util.Arrays;

/** What came of a body. It takes room for what is there, not for what was announced. */
final class GrowingBody {

    private static final int FIRST = 8192;

    private final Room room;
    private final long announced;
    private byte[] content = new byte[0];
    private int length;
    private long taken;

    /** @param announced bytes; below 0 if nothing was said */
    GrowingBody(Room room, long announced) {
        this.room = room;
        this.announced = announced;
    }

    int length() {
        return length;
    }

    /** Whether there was room for it. */
    boolean add(byte[] piece, int size) {
        if (length + size > content.length && !grow(length + size)) {
            return false;
        }
        System.arraycopy(piece, 0, content, length, size);
        length += size;
        return true;
    }

    private boolean grow(int needed) {
        long wanted = Math.max(needed, Math.max(FIRST, 2L * content.length));
        int next = (int) (announced >= needed ? Math.min(wanted, announced) : wanted);
        // The old array is there until it is copied.
        long more = next;
        if (!room.take(more)) {
            return false;
        }
        content = Arrays.copyOf(content, next);
        room.giveBack(taken);
        taken = more;
        return true;
    }

    byte[] bytes() {
        return length == content.length ? content : Arrays.copyOf(content, length);
    }

    /** Gives its room back, once or more often. */
    void letGo() {
        room.giveBack(taken);
        taken = 0;
        content = new byte[0];
        length = 0;
    }
}
