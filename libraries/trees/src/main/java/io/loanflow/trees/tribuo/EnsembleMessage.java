package io.loanflow.trees.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

/**
 * The message of an ensemble, written member by member and several of them at a time, each to its place in the file: protobuf's own objects
 * of a million nodes would take more than the trees. Messages may be joined by writing one's fields after another's; fields stand in the
 * order of their numbers, as protobuf has them.
 *
 * @param start the fields before the members
 * @param end the fields after them
 */
record EnsembleMessage(
        WeightedEnsembleModelProto start, List<? extends MemberMessage> members, WeightedEnsembleModelProto end) {

    private static final ModelProto NAME = ModelProto.newBuilder()
            .setClassName(WeightedEnsembleModel.class.getName())
            .build();

    /** @throws IllegalArgumentException if the message would be larger than protobuf's can be */
    byte[] bytes() {
        int[] sizes = members.parallelStream().mapToInt(MemberMessage::size).toArray();
        long content = start.getSerializedSize() + (long) end.getSerializedSize();
        for (int size : sizes) {
            content += sizeWithHeader(WeightedEnsembleModelProto.MODELS_FIELD_NUMBER, size);
        }
        long redirection = type().getSerializedSize() + sizeWithHeader(Any.VALUE_FIELD_NUMBER, content);
        long file = NAME.getSerializedSize() + sizeWithHeader(ModelProto.SERIALIZED_DATA_FIELD_NUMBER, redirection);
        if (file > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The forest takes " + file
                    + " bytes as a file, which has at most 2 GiB: grow fewer trees, less deep or with larger leaves");
        }
        byte[] bytes = new byte[(int) file];
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            NAME.writeTo(out);
            header(out, ModelProto.SERIALIZED_DATA_FIELD_NUMBER, (int) redirection);
            type().writeTo(out);
            header(out, Any.VALUE_FIELD_NUMBER, (int) content);
            start.writeTo(out);
            int next = writeMembers(bytes, out.getTotalBytesWritten(), sizes);
            end.writeTo(CodedOutputStream.newInstance(bytes, next, bytes.length - next));
        } catch (IOException e) {
            throw new UncheckedIOException("The forest takes more or less room than its parts said", e);
        }
        return bytes;
    }

    /** @return where the next field begins */
    private int writeMembers(byte[] bytes, int from, int[] sizes) {
        int[] starts = new int[sizes.length + 1];
        starts[0] = from;
        for (int i = 0; i < sizes.length; i++) {
            starts[i + 1] = starts[i] + (int) sizeWithHeader(WeightedEnsembleModelProto.MODELS_FIELD_NUMBER, sizes[i]);
        }
        IntStream.range(0, sizes.length).parallel().forEach(i -> {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes, starts[i], starts[i + 1] - starts[i]);
            try {
                header(out, WeightedEnsembleModelProto.MODELS_FIELD_NUMBER, sizes[i]);
                members.get(i).writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException("Tree " + i + " takes more or less room than it said", e);
            }
            out.checkNoSpaceLeft();
        });
        return starts[sizes.length];
    }

    private Any type() {
        return Any.newBuilder().setTypeUrl(Any.pack(end).getTypeUrl()).build();
    }

    /** Begins a field whose content, a message or bytes, is written afterwards. */
    static void header(CodedOutputStream out, int field, int size) throws IOException {
        out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(size);
    }

    static long sizeWithHeader(int field, long size) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt64SizeNoTag(size) + size;
    }
}
