/** One run of the pipeline, seen from the command line: started, watched, summed up. */
@NullMarked
package io.loanflow.localstack.pipeline;

import org.jspecify.annotations.NullMarked;
