package io.loanflow.serving.champion;

import io.loanflow.serving.ServingSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The champion of each data set that this service serves: of those that a setting lists, else of all in the registry. */
@Component
public final class Champions {

    private final String standard;
    private final List<String> listed;
    private final Map<String, Champion> byDataset = new ConcurrentSkipListMap<>();
    private volatile boolean ready;

    public Champions(ServingSettings settings) {
        standard = settings.model();
        listed = settings.models().stream().distinct().toList();
        wanted().forEach(this::follow);
    }

    /** Whether this service serves that data set once it has a champion. */
    public boolean mayServe(String dataset) {
        return listed.isEmpty() || listed.contains(dataset);
    }

    /**
     * The champion of a data set that the registry may not have named yet.
     *
     * @throws UnknownDatasetException if this service does not serve it
     */
    public Champion follow(String dataset) {
        if (!mayServe(dataset)) {
            throw new UnknownDatasetException(names());
        }
        return byDataset.computeIfAbsent(dataset, Champion::new);
    }

    /**
     * The model in service.
     *
     * @param dataset null for the one that is asked where nobody names one
     * @throws UnknownDatasetException if neither registry nor settings know the data set
     * @throws NoChampionException if nothing is in service for it yet
     */
    public ServedModel required(@Nullable String dataset) {
        Champion champion = byDataset.get(dataset == null ? standard : dataset);
        if (champion == null) {
            throw new UnknownDatasetException(names());
        }
        return champion.required();
    }

    /** Name of the data set that is asked where nobody names one. */
    public String standard() {
        return standard;
    }

    /** All models in service, by the names of their data sets. */
    public List<ServedModel> inService() {
        return byDataset.values().stream()
                .flatMap(champion -> champion.current().stream())
                .toList();
    }

    /** Those that are served or ought to be, and not what is merely registered; by name. */
    List<Champion> concerned() {
        return byDataset.values().stream()
                .filter(champion -> wanted().contains(champion.dataset())
                        || champion.isNamed()
                        || champion.current().isPresent())
                .toList();
    }

    /** In the order in which they come into service: where memory does not suffice for all, those that a setting names come first. */
    List<Champion> inOrder() {
        return Stream.concat(wanted().stream(), byDataset.keySet().stream())
                .distinct()
                .flatMap(dataset -> Stream.ofNullable(byDataset.get(dataset)))
                .toList();
    }

    /**
     * True for good once all of the list are in service. Without a list: once all champions that the registry has were tried, and that
     * of the standard data set is in service or, where it has none, any other.
     */
    public boolean isReady() {
        ready = ready || (listed.isEmpty() ? allFoundWereTried() : inService().size() == listed.size());
        return ready;
    }

    private boolean allFoundWereTried() {
        Champion first = follow(standard);
        boolean tried = byDataset.values().stream().allMatch(champion -> champion.answers() > 0);
        return tried
                && (first.isNamed() ? first.current().isPresent() : !inService().isEmpty());
    }

    private List<String> wanted() {
        return listed.isEmpty() ? List.of(standard) : listed;
    }

    private List<String> names() {
        return concerned().stream().map(Champion::dataset).toList();
    }
}
