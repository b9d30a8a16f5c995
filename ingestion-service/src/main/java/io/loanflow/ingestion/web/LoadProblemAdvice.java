package io.loanflow.ingestion.web;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.datasettables.TableUnfitException;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.load.FileChangedException;
import io.loanflow.ingestion.load.LoadRejectedException;
import io.loanflow.ingestion.load.RowsUnclearException;
import io.loanflow.ingestion.source.FileUnavailableException;
import io.loanflow.web.ProblemAdvice;
import io.loanflow.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** The refusals of loading a file, and of looking at a load. */
@RestControllerAdvice
class LoadProblemAdvice extends ProblemAdvice {

    private final IngestionSettings settings;

    LoadProblemAdvice(IngestionSettings settings) {
        super(Problems.NOT_ACCEPTABLE, Problems.TOO_LARGE, Problems.UNSUPPORTED_MEDIA_TYPE);
        this.settings = settings;
    }

    @ExceptionHandler
    ProblemDetail rejected(LoadRejectedException e) {
        // Starts with the file's name, which stays as it is.
        ProblemDetail problem = Problems.FILE_REJECTED.because(String.valueOf(e.getMessage()));
        problem.setProperty("loadId", e.loadId());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail dataset(DatasetDefinitionException e) {
        return Problems.DATASET_INVALID.because(e);
    }

    @ExceptionHandler
    ProblemDetail file(FileUnavailableException e) {
        return Problems.FILE_UNAVAILABLE.because(e);
    }

    @ExceptionHandler
    ProblemDetail changed(FileChangedException e) {
        return Problems.FILE_CHANGED.because(e);
    }

    @ExceptionHandler
    ProblemDetail table(TableUnfitException e) {
        return Problems.TABLE_UNFIT.because(e);
    }

    @ExceptionHandler
    ProblemDetail unclear(RowsUnclearException e) {
        return ProblemType.BAD_REQUEST.because(e);
    }

    @ExceptionHandler
    ProblemDetail missing(LoadMissingException e) {
        return ProblemType.NOT_FOUND.because(e);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Problems.TOO_LARGE.because(
                "The file is larger than " + settings.maxUpload().toBytes()
                        + " bytes. Raise LOANFLOW_MAX_UPLOAD, or put it into LOANFLOW_FILES_DIRECTORY and name it.");
        return handleExceptionInternal(e, problem, headers, Problems.TOO_LARGE.status(), request);
    }
}
