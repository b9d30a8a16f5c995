package io.loanflow.serving.decision;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.datasettables.RefusedInputLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as bytes. The first says the format; a later version of the service reads what an earlier one left. */
final class EntryCodec {

    /** Of what a request leaves. */
    private static final int REQUEST = 1;
    /** Of counts of refused rows. */
    private static final int REFUSALS = 2;

    private static final int ABSENT = -1;

    private EntryCodec() {}

    static byte[] write(Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream output = new DataOutputStream(bytes)) {
            if (entry.refusals().isEmpty()) {
                output.writeByte(REQUEST);
                request(entry, output);
            } else {
                output.writeByte(REFUSALS);
                refusals(entry.refusals(), output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void request(Entry entry, DataOutputStream output) throws IOException {
        output.writeInt(entry.decisions().size());
        for (Decision decision : entry.decisions()) {
            write(decision, output);
        }
        KeyedAnswer answer = entry.answer();
        output.writeBoolean(answer != null);
        if (answer != null) {
            text(answer.key().key(), output);
            text(answer.key().fingerprint(), output);
            time(answer.at(), output);
            bytes(answer.json(), output);
        }
    }

    private static void refusals(List<RefusedInputLine> refusals, DataOutputStream output) throws IOException {
        output.writeInt(refusals.size());
        for (RefusedInputLine refusal : refusals) {
            text(refusal.dataset(), output);
            output.writeInt(refusal.version());
            time(refusal.minute(), output);
            text(refusal.reason(), output);
            text(refusal.column(), output);
            output.writeLong(refusal.rows());
        }
    }

    private static void write(Decision decision, DataOutputStream output) throws IOException {
        output.writeLong(decision.id().getMostSignificantBits());
        output.writeLong(decision.id().getLeastSignificantBits());
        time(decision.decidedAt(), output);
        text(decision.model().name(), output);
        output.writeInt(decision.model().version());
        text(decision.model().runId(), output);
        text(decision.model().digest(), output);
        text(decision.definitionDigest(), output);
        output.writeDouble(decision.verdict().score());
        output.writeDouble(decision.verdict().probability());
        output.writeDouble(decision.verdict().threshold());
        text(decision.verdict().label(), output);
        text(decision.verdict().reasons(), output);
        bytes(decision.record(), output);
        output.writeBoolean(decision.shadow());
    }

    /** @throws IOException if it is of a later version, or no entry */
    static Entry read(byte[] content) throws IOException {
        try (DataInputStream input = new DataInputStream(new ByteArrayInputStream(content))) {
            int format = input.readByte();
            return switch (format) {
                case REQUEST -> request(input);
                case REFUSALS -> refusals(input);
                default ->
                    throw new IOException("an entry of the journal has format " + format
                            + ", which this version does not know: a later version wrote it, and has to read it");
            };
        }
    }

    private static Entry request(DataInputStream input) throws IOException {
        int count = input.readInt();
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            decisions.add(decision(input));
        }
        return Entry.ofRequest(decisions, input.readBoolean() ? answer(input) : null);
    }

    private static Entry refusals(DataInputStream input) throws IOException {
        int count = input.readInt();
        List<RefusedInputLine> refusals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            refusals.add(new RefusedInputLine(
                    text(input), input.readInt(), time(input), text(input), text(input), input.readLong()));
        }
        return Entry.ofRefusals(refusals);
    }

    private static Decision decision(DataInputStream input) throws IOException {
        UUID id = new UUID(input.readLong(), input.readLong());
        Instant decidedAt = time(input);
        ModelVersionRef model = new ModelVersionRef(text(input), input.readInt(), text(input), text(input));
        String definitionDigest = text(input);
        Decision.Verdict verdict = new Decision.Verdict(
                input.readDouble(), input.readDouble(), input.readDouble(), text(input), optionalText(input));
        return new Decision(id, decidedAt, model, definitionDigest, verdict, bytes(input), input.readBoolean());
    }

    private static KeyedAnswer answer(DataInputStream input) throws IOException {
        return new KeyedAnswer(new RequestKey(text(input), text(input)), time(input), bytes(input));
    }

    private static void time(Instant time, DataOutputStream output) throws IOException {
        output.writeLong(time.getEpochSecond());
        output.writeInt(time.getNano());
    }

    private static Instant time(DataInputStream input) throws IOException {
        return Instant.ofEpochSecond(input.readLong(), input.readInt());
    }

    private static void text(@Nullable String text, DataOutputStream output) throws IOException {
        if (text == null) {
            output.writeInt(ABSENT);
        } else {
            bytes(text.getBytes(StandardCharsets.UTF_8), output);
        }
    }

    private static String text(DataInputStream input) throws IOException {
        return new String(bytes(input), StandardCharsets.UTF_8);
    }

    private static @Nullable String optionalText(DataInputStream input) throws IOException {
        int length = input.readInt();
        return length == ABSENT ? null : new String(bytes(length, input), StandardCharsets.UTF_8);
    }

    private static void bytes(byte[] bytes, DataOutputStream output) throws IOException {
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static byte[] bytes(DataInputStream input) throws IOException {
        return bytes(input.readInt(), input);
    }

    private static byte[] bytes(int length, DataInputStream input) throws IOException {
        byte[] bytes = input.readNBytes(Math.max(length, 0));
        if (bytes.length != length) {
            throw new IOException("an entry of the journal ends early");
        }
        return bytes;
    }
}
