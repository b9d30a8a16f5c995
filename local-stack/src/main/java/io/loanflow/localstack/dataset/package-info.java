/** What the ingestion service knows of data sets and loads. */
@NullMarked
package io.loanflow.localstack.dataset;

import org.jspecify.annotations.NullMarked;
