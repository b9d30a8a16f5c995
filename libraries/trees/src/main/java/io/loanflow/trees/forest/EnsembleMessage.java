package io.loanflow.trees.forest;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

/**
 * The message of an ensemble, written member by member: protobuf's own objects of a million nodes would take more than the trees.
 * Messages may be joined by writing one's fields after another's; fields stand in the order of their numbers, as protobuf has them.
 *
 * @param start the fields before the members
 * @param members each a {@link ModelProto}
 * @param end the fields after them
 */
record EnsembleMessage(WeightedEnsembleModelProto start, List<ByteString> members, WeightedEnsembleModelProto end) {

    private static final ModelProto NAME = ModelProto.newBuilder()
            .setClassName(WeightedEnsembleModel.class.getName())
            .build();

    /** @throws IllegalArgumentException if the message would be larger than protobuf's can be */
    byte[] bytes() throws IOException {
        byte[] bytes = new byte[size(file())];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        write(out);
        out.checkNoSpaceLeft();
        return bytes;
    }

    /** @throws IllegalArgumentException if the message would be larger than protobuf's can be */
    void writeTo(OutputStream out) throws IOException {
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        write(coded);
        coded.flush();
    }

    private void write(CodedOutputStream out) throws IOException {
        NAME.writeTo(out);
        header(out, ModelProto.SERIALIZED_DATA_FIELD_NUMBER, redirection());
        type().writeTo(out);
        header(out, Any.VALUE_FIELD_NUMBER, content());
        start.writeTo(out);
        for (ByteString member : members) {
            out.writeBytes(WeightedEnsembleModelProto.MODELS_FIELD_NUMBER, member);
        }
        end.writeTo(out);
    }

    private long file() {
        return NAME.getSerializedSize()
                + headerSize(ModelProto.SERIALIZED_DATA_FIELD_NUMBER, redirection())
                + redirection();
    }

    /** Bytes of the message that names the content's type. */
    private long redirection() {
        return type().getSerializedSize() + headerSize(Any.VALUE_FIELD_NUMBER, content()) + content();
    }

    private Any type() {
        return Any.newBuilder().setTypeUrl(Any.pack(end).getTypeUrl()).build();
    }

    private long content() {
        long content = start.getSerializedSize() + (long) end.getSerializedSize();
        for (ByteString member : members) {
            content += CodedOutputStream.computeBytesSize(WeightedEnsembleModelProto.MODELS_FIELD_NUMBER, member);
        }
        return content;
    }

    private static void header(CodedOutputStream out, int field, long size) throws IOException {
        out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(size(size));
    }

    private static int headerSize(int field, long size) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt64SizeNoTag(size);
    }

    private static int size(long bytes) {
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The forest takes " + bytes
                    + " bytes as a file, which has at most 2 GiB: grow fewer trees, less deep or with larger leaves");
        }
        return (int) bytes;
    }
}
