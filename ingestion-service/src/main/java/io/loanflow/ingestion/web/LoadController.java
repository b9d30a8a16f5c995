package io.loanflow.ingestion.web;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.login.Role;
import io.loanflow.ingestion.load.DatasetLoader;
import io.loanflow.ingestion.load.LoadOutcome;
import io.loanflow.ingestion.load.LoadProgress;
import io.loanflow.ingestion.load.LoadRequest;
import io.loanflow.ingestion.load.RowsChoice;
import io.loanflow.ingestion.load.RowsWanted;
import io.loanflow.ingestion.source.FilesDirectory;
import io.loanflow.ingestion.source.SourceFile;
import io.loanflow.web.ProblemType;
import io.loanflow.web.audit.AuditSubjects;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Loads files, and shows what was loaded. */
@AllowedTo({Role.LOAD, Role.INSPECT, Role.AUDIT})
@RestController
@RequestMapping(path = LoadController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loads", description = "Files that were loaded into a data set's table")
class LoadController {

    static final String PATH = "/api/v1/loads";

    private final RowsChoice rows;
    private final FilesDirectory files;
    private final DatasetLoader loader;
    private final LoadLookup lookup;

    LoadController(RowsChoice rows, FilesDirectory files, DatasetLoader loader, LoadLookup lookup) {
        this.rows = rows;
        this.files = files;
        this.loader = loader;
        this.lookup = lookup;
    }

    @Operation(
            operationId = "load",
            summary = "Load a file that the service can read",
            description = "Answers when the file is loaded. The same content, definition and expectations again change"
                    + " nothing and name the first load. Without a file: the data set's own file if its content is"
                    + " new, else the newest load of real rows.")
    @LoadAnswers
    @AllowedTo(Role.LOAD)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LoadDescription> load(@Valid @RequestBody LoadOrder order) {
        boolean synthetic = Boolean.TRUE.equals(order.synthetic());
        return answer(
                rows.load(new RowsWanted(order.dataset(), order.file(), null, synthetic, null), new LoadProgress()));
    }

    @Operation(operationId = "upload", summary = "Load a file that is sent")
    @LoadAnswers
    @AllowedTo(Role.LOAD)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<LoadDescription> upload(
            @RequestParam String dataset, @RequestPart MultipartFile file, HttpServletRequest request)
            throws IOException, ServletException {
        requireOne(request.getParts());
        Path stored = files.uploads().resolve("upload-" + UUID.randomUUID() + ".csv");
        try {
            file.transferTo(stored.toFile());
            SourceFile sent = new SourceFile(stored, name(file), DataOrigin.FILE, null);
            return answer(loader.load(new LoadRequest(dataset, sent, null), new LoadProgress()));
        } finally {
            Files.deleteIfExists(stored);
        }
    }

    private static void requireOne(Collection<Part> parts) {
        if (parts.stream().filter(part -> part.getName().equals("file")).count() > 1) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemType.BAD_REQUEST.because(
                            "There is more than one part called file; send one file at a time."),
                    null);
        }
    }

    /** Browsers may send folders, which say nothing here. */
    private static String name(MultipartFile file) {
        String given = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String name = given.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "upload.csv" : name.substring(0, Math.min(name.length(), 255));
    }

    private static ResponseEntity<LoadDescription> answer(LoadOutcome outcome) {
        AuditSubjects.add("load", outcome.load().id());
        URI location = URI.create(PATH + "/" + outcome.load().id());
        ResponseEntity.BodyBuilder answer =
                outcome.alreadyLoaded() ? ResponseEntity.ok().location(location) : ResponseEntity.created(location);
        return answer.body(LoadDescription.of(outcome.load().summary()));
    }

    @Operation(operationId = "loads", summary = "All loads, the latest first")
    @GetMapping
    PageOf<LoadDescription> loads(
            @Parameter(description = "Only of this data set", example = "loan")
                    @RequestParam(required = false)
                    @Nullable
                    String dataset,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageOf.LAST) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
        PageRequest request = PageRequest.of(page, size, Sort.by(Sort.Direction.DESC, "id"));
        return PageOf.of(lookup.page(dataset, request), LoadDescription::of);
    }

    @Operation(operationId = "loadById", summary = "One load")
    @GetMapping("/{id}")
    LoadDescription load(@PathVariable long id) {
        return LoadDescription.of(lookup.load(id).summary());
    }
}
