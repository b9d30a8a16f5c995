package io.loanflow.worker.input;

import io.temporal.common.converter.DataConverterException;

/** A workflow's input is not what the workflow takes. The message is for whoever wrote it. */
final class InputInvalidException extends DataConverterException {

    private static final long serialVersionUID = 1L;

    InputInvalidException(String message, Throwable cause) {
        super(message, cause);
    }
}
