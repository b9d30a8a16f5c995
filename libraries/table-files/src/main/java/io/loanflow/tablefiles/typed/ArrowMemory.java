package io.loanflow.tablefiles.typed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ReferenceManager;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.util.MemoryUtil;

/**
 * Memory outside the heap for the record batches of one file. Arrow's reader loses some of what it took where the bytes are damaged, which no
 * collector finds: all of it is given back when the file is closed. For one thread.
 */
final class ArrowMemory implements AutoCloseable {

    /** Bytes of all files that are open. */
    private static final AtomicLong HELD = new AtomicLong();

    private final Set<Piece> pieces = new HashSet<>();
    private final BufferAllocator allocator;

    /** @param most bytes */
    ArrowMemory(long most) {
        allocator = new RootAllocator(RootAllocator.configBuilder()
                .maxAllocation(most)
                .allocationManagerFactory(new Pieces())
                .build());
    }

    BufferAllocator allocator() {
        return allocator;
    }

    /** Bytes that all files together hold, for tests. */
    static long held() {
        return HELD.get();
    }

    /** Nothing of the allocator's may be used afterwards. */
    @Override
    public void close() {
        List.copyOf(pieces).forEach(Piece::release0);
    }

    private final class Pieces implements AllocationManager.Factory {

        @Override
        public AllocationManager create(BufferAllocator owner, long size) {
            Piece piece = new Piece(owner, size);
            pieces.add(piece);
            HELD.addAndGet(size);
            return piece;
        }

        @Override
        public ArrowBuf empty() {
            return new ArrowBuf(ReferenceManager.NO_OP, null, 0, 0);
        }
    }

    private final class Piece extends AllocationManager {

        private final long size;
        private final long address;

        Piece(BufferAllocator owner, long size) {
            super(owner);
            this.size = size;
            address = MemoryUtil.allocateMemory(size);
        }

        @Override
        public long getSize() {
            return size;
        }

        @Override
        protected long memoryAddress() {
            return address;
        }

        @Override
        protected void release0() {
            if (pieces.remove(this)) {
                MemoryUtil.freeMemory(address);
                HELD.addAndGet(-size);
            }
        }
    }
}
