/** Random forests for Tribuo: trained by histograms, scored from flat arrays. Useful without the rest of Loanflow. */
@NullMarked
package io.loanflow.trees.forest;

import org.jspecify.annotations.NullMarked;
