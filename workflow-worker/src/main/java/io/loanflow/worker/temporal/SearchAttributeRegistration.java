package io.loanflow.worker.temporal;

import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SearchAttributeKey;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the pipeline's search attributes where the server does not know them; without them a run cannot set them. */
@Component
@Order(1)
class SearchAttributeRegistration implements ServerSetup {

    private static final Logger LOG = LoggerFactory.getLogger(SearchAttributeRegistration.class);
    private static final int TIMEOUT_SECONDS = 10;

    private final WorkflowClient client;

    SearchAttributeRegistration(WorkflowClient client) {
        this.client = client;
    }

    @Override
    public void apply() {
        String namespace = client.getOptions().getNamespace();
        Set<String> known = operator()
                .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesMap()
                .keySet();
        AddSearchAttributesRequest.Builder missing =
                AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
        for (SearchAttributeKey<?> key : PipelineSearchAttributes.ALL) {
            if (!known.contains(key.getName())) {
                missing.putSearchAttributes(key.getName(), key.getValueType());
            }
        }
        if (missing.getSearchAttributesCount() > 0) {
            operator().addSearchAttributes(missing.build());
            LOG.info(
                    "added search attributes {}",
                    missing.getSearchAttributesMap().keySet());
        }
    }

    private OperatorServiceBlockingStub operator() {
        return OperatorServiceGrpc.newBlockingStub(
                        client.getWorkflowServiceStubs().getRawChannel())
                .withDeadlineAfter(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
