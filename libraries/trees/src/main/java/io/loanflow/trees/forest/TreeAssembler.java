package io.loanflow.trees.forest;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.AbstractCARTTrainer;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.provenance.TrainerProvenance;

/**
 * Makes a {@link TreeModel} of a tree that was grown elsewhere.
 *
 * <p>Tribuo keeps the constructor of {@code TreeModel} to itself and offers {@link AbstractCARTTrainer} for new ways to
 * grow: this trainer is handed its tree, and its root node has nothing left to split.
 */
final class TreeAssembler extends AbstractCARTTrainer<Label> {

    private final Node<Label> root;

    private final TrainerProvenance provenance;

    private TreeAssembler(Node<Label> root, TrainerProvenance provenance) {
        super(Integer.MAX_VALUE, 1, 0, 1, false, DEFAULT_SEED);
        this.root = root;
        this.provenance = provenance;
        postConfig();
    }

    /**
     * Assembles one tree.
     *
     * @param domain supplies features, labels and the provenance of the data; its examples are not looked at
     * @param provenance of the trainer that grew the tree
     */
    static TreeModel<Label> assemble(
            Node<Label> root,
            Dataset<Label> domain,
            TrainerProvenance provenance,
            Map<String, Provenance> runProvenance) {
        return new TreeAssembler(root, provenance).train(domain, runProvenance);
    }

    @Override
    protected AbstractTrainingNode<Label> mkTrainingNode(
            Dataset<Label> examples, AbstractTrainingNode.LeafDeterminer leafDeterminer) {
        return new GrownTree(root, leafDeterminer);
    }

    @Override
    public TrainerProvenance getProvenance() {
        return provenance;
    }

    private static final class GrownTree extends AbstractTrainingNode<Label> {

        private static final long serialVersionUID = 1L;

        private final Node<Label> root;

        GrownTree(Node<Label> root, LeafDeterminer leafDeterminer) {
            super(0, 0, leafDeterminer);
            this.root = root;
        }

        @Override
        public List<AbstractTrainingNode<Label>> buildTree(
                int[] featureIDs, SplittableRandom rng, boolean useRandomSplitPoints) {
            return List.of();
        }

        @Override
        public Node<Label> convertTree() {
            return root;
        }

        @Override
        public float getWeightSum() {
            return 0;
        }

        @Override
        public double getImpurity() {
            return 0;
        }
    }
}
