package io.loanflow.forest;

import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.Node;

/**
 * One tree of a forest.
 *
 * @param features names the features that its splits refer to by id
 */
record ForestTree(Node<Label> root, ImmutableFeatureMap features) {}
