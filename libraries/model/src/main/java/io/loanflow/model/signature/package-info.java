/** Who made a model: signatures over model folders, and the keys that are trusted. */
@NullMarked
package io.loanflow.model.signature;

import org.jspecify.annotations.NullMarked;
