package fr.gouv.apprentissage.bal.habilitation.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was met of an operation since the reading before.
 *
 * @param fois how often
 * @param derniere the last time
 */
record Releve(OperationVue operation, long fois, Instant derniere) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private record Cle(String client, String finalite, String empreinte) {}

    /** One for each client, purpose and document: by the shape of its variables, or from one day to the next, a document may need different rights. */
    static List<Releve> reunis(Collection<Releve> releves) {
        var parCle = new LinkedHashMap<Cle, Releve>();
        for (var releve : releves) {
            var vue = releve.operation();
            parCle.merge(new Cle(vue.client(), vue.finalite(), vue.empreinte()), releve, Releve::avec);
        }
        return List.copyOf(parCle.values());
    }

    /** The day, Europe/Paris. */
    LocalDate jour() {
        return LocalDate.ofInstant(derniere, PARIS);
    }

    private Releve avec(Releve autre) {
        var vue = new OperationVue(
                operation.client(),
                operation.finalite(),
                operation.empreinte(),
                operation.texte(),
                reunis(operation.besoins(), autre.operation.besoins()),
                reunis(operation.usages(), autre.operation.usages()));
        return new Releve(vue, fois + autre.fois, derniere.isAfter(autre.derniere) ? derniere : autre.derniere);
    }

    private static <T> Set<T> reunis(Set<T> uns, Set<T> autres) {
        return Stream.concat(uns.stream(), autres.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
