package io.loanflow.trees.tribuo;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import org.tribuo.protos.core.ModelProto;

/** One tree of an ensemble's file: the content of a {@link ModelProto}. */
interface MemberMessage {

    /** Bytes that it takes. */
    int size();

    void writeTo(CodedOutputStream out) throws IOException;

    /** One that was read. */
    record Read(ModelProto message) implements MemberMessage {

        @Override
        public int size() {
            return message.getSerializedSize();
        }

        @Override
        public void writeTo(CodedOutputStream out) throws IOException {
            message.writeTo(out);
        }
    }
}
