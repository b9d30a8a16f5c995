package io.loanflow.model.signature;

import io.loanflow.contracts.feature.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** The one algorithm of signatures; every Java has it. */
final class Ed25519 {

    private static final String NAME = "Ed25519";
    private static final int IDENTIFIER_LENGTH = 16;

    private Ed25519() {}

    static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance(NAME).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw absent(e);
        }
    }

    static PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw absent(e);
        }
    }

    static boolean isSigned(PublicKey key, byte[] text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // Bytes that are no signature.
            return false;
        }
    }

    /** Short name of a key, for people. */
    static String identifier(PublicKey key) {
        return Sha256.hex(key.getEncoded()).substring(0, IDENTIFIER_LENGTH);
    }

    private static IllegalStateException absent(GeneralSecurityException e) {
        return new IllegalStateException("this Java cannot sign with " + NAME, e);
    }
}
