package io.loanflow.serving.file;

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
 * Memory outside the heap for the Arrow columns of one file. Arrow's reader leaves behind what it took where the bytes are damaged: all of
 * it is given back when the file ends. For one thread.
 */
final class FileMemory implements AutoCloseable {

    private final AtomicLong held;
    private final long most;
    private final Set<Piece> pieces = new HashSet<>();
    private final BufferAllocator allocator;

    /**
     * @param held bytes that all files have together
     * @param most that they may have
     */
    FileMemory(AtomicLong held, long most) {
        this.held = held;
        this.most = most;
        this.allocator = new RootAllocator(RootAllocator.configBuilder()
                .maxAllocation(most)
                .allocationManagerFactory(new Pieces())
                .build());
    }

    BufferAllocator allocator() {
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
            if (held.addAndGet(size) > most) {
                held.addAndGet(-size);
                throw new OutOfMemoryException("all files together have no more than " + most + " bytes");
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
