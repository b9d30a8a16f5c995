package io.loanflow.trees.tribuo;

import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.provenance.ModelProvenance;

/** What every model of Tribuo's has. */
record ModelFacts(
        String name, ModelProvenance provenance, ImmutableFeatureMap features, ImmutableOutputInfo<Label> outputs) {

    /**
     * Reads what a model's message begins with.
     *
     * @throws IllegalStateException if the model's outputs are no labels
     */
    @SuppressWarnings("unchecked") // looked at before
    static ModelFacts of(ModelDataCarrier<?> carrier) {
        if (!(carrier.outputDomain().getDomain().iterator().next() instanceof Label)) {
            throw new IllegalStateException("The model's outputs are no labels");
        }
        return new ModelFacts(
                carrier.name(), carrier.provenance(), carrier.featureDomain(), (ImmutableOutputInfo<Label>)
                        carrier.outputDomain());
    }

    /** Of a model that gives probabilities. */
    ModelDataProto message() {
        return new ModelDataCarrier<>(name, provenance, features, outputs, true, provenance.getTribuoVersion())
                .serialize();
    }
}
