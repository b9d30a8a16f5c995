package io.loanflow.featurebatches;

import tools.jackson.databind.json.JsonMapper;

/** The manifest as the JSON stored beside its batches. */
final class FeatureManifestJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FeatureManifestJson() {}

    static byte[] write(FeatureManifest manifest) {
        return MAPPER.writeValueAsBytes(manifest);
    }

    /** @throws FeatureBatchesLostException if this is not a manifest, or its checksum says that it was changed */
    static FeatureManifest read(String key, byte[] json) {
        FeatureManifest manifest;
        String digest;
        try {
            manifest = MAPPER.readValue(json, FeatureManifest.class);
            digest = FeatureManifest.digest(
                    manifest.definition(), manifest.schema(), manifest.encoder(), manifest.train(), manifest.test());
        } catch (RuntimeException e) { // no JSON, or JSON that lacks what a manifest has: the records refuse it
            throw FeatureBatchesLostException.damaged(key, e);
        }
        if (!digest.equals(manifest.sha256())) {
            throw FeatureBatchesLostException.damaged(key, null);
        }
        return manifest;
    }
}
