package io.loanflow.arrowmemory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.ReferenceManager;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.util.MemoryUtil;

/**
 * Memory outside the heap for the record batches of one file. Arrow's reader leaves behind what it took where the bytes are damaged, which no
 * collector finds: all of it is given back when the file is closed. For one thread.
 */
public final class ArrowMemory implements AutoCloseable {

    private final AtomicLong held;
    private final long mostOfAll;
    private final Set<Piece> pieces = new HashSet<>();
    private final BufferAllocator allocator;

    /**
     * The memory of one of several files.
     *
     * @param held bytes that all of them have together
     * @param most that this one may have
     * @param mostOfAll that they may have together
     */
    public ArrowMemory(AtomicLong held, long most, long mostOfAll) {
        this.held = held;
        this.mostOfAll = mostOfAll;
        this.allocator = new RootAllocator(RootAllocator.configBuilder()
                .maxAllocation(most)
                .allocationManagerFactory(new Pieces())
                .build());
    }

    /** Takes no more than what was said; what it refuses is an {@link OutOfMemoryException}. */
    public BufferAllocator allocator() {
        return allocator;
    }

    /** Nothing of the allocator's may be used afterwards. */
    @Override
    public void close() {
        new ArrayList<>(pieces).forEach(Piece::release0);
    }

    private final class Pieces implements AllocationManager.Factory {

        @Override
        public AllocationManager create(BufferAllocator owner, long size) {
            if (held.addAndGet(size) > mostOfAll) {
                held.addAndGet(-size);
                throw new OutOfMemoryException("all files together have no more than " + mostOfAll + " bytes");
            }
            Piece piece = new Piece(owner, size);
            pieces.add(piece);
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
            this.address = MemoryUtil.allocateMemory(size);
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
                held.addAndGet(-size);
            }
        }
    }
}
