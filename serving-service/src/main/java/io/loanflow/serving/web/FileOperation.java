package io.loanflow.serving.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import java.util.Optional;

/** The operation on files of rows in the OpenAPI document, of one data set. */
final class FileOperation {

    private static final String PATH = ApiPaths.PREDICTIONS + ApiPaths.FILE;

    private FileOperation() {}

    /**
     * Copies what springdoc found.
     *
     * @param address below which it is added
     * @param suffix of the operation's name
     */
    static void add(Paths found, Paths paths, String address, String suffix) {
        Optional.ofNullable(found.get(ApiPaths.OF_DATASET + PATH))
                .map(PathItem::getPost)
                .ifPresent(operation -> paths.addPathItem(
                        address + PATH,
                        new PathItem()
                                .post(new Operation()
                                        .operationId("predictFile" + suffix)
                                        .summary(operation.getSummary())
                                        .description(operation.getDescription())
                                        .tags(operation.getTags())
                                        .parameters(operation.getParameters().stream()
                                                .filter(parameter -> !"path".equals(parameter.getIn()))
                                                .toList())
                                        .requestBody(operation.getRequestBody())
                                        .responses(operation.getResponses()))));
    }
}
