package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a client could ever do for a purpose: all that its habilitations grant that are active or to come, whatever the rows, but for what is
 * suspended. A pure function of the register, like {@link Decision}; wider than any decision of that purpose, since those to come count.
 *
 * @param finalite purpose
 * @param droits accesses by coordinate
 */
public record Horizon(String finalite, Map<Coordonnee, Set<Acces>> droits) {

    public Horizon {
        droits = Map.copyOf(droits);
    }

    /**
     * What the client could ever do, purpose by purpose: an operation has one, so that rights of two purposes never meet in it.
     *
     * @param jour the day, Europe/Paris
     * @return in the order of the purposes; empty where nothing is granted
     */
    public static List<Horizon> de(Registre registre, String client, LocalDate jour) {
        var suspension = registre.clients().containsKey(client)
                ? registre.clients().get(client).suspension()
                : Suspension.AUCUNE;
        if (suspension.totale()) {
            return List.of();
        }
        var parFinalite = new TreeMap<String, Map<Coordonnee, Set<Acces>>>();
        registre.octrois().stream()
                .filter(octroi -> octroi.client().equals(client) && aVenirOuActif(octroi, jour))
                .map(octroi -> octroi.sans(suspension.coordonnees()))
                .forEach(octroi ->
                        ajoute(parFinalite.computeIfAbsent(octroi.finalite(), cle -> new HashMap<>()), octroi));
        return parFinalite.entrySet().stream()
                .map(entree -> new Horizon(entree.getKey(), entree.getValue()))
                .toList();
    }

    /** Whether the access may be granted on the coordinate, on some row and day. */
    public boolean accorde(Coordonnee coordonnee, Acces acces) {
        return droits.getOrDefault(coordonnee, Set.of()).contains(acces);
    }

    /** Whether any coordinate of the type may be read: else no record of it is ever visible. */
    public boolean lit(String type) {
        return droits.entrySet().stream()
                .anyMatch(droit ->
                        droit.getKey().type().equals(type) && droit.getValue().contains(Acces.LIRE));
    }

    private static boolean aVenirOuActif(Octroi octroi, LocalDate jour) {
        var etat = octroi.etat(jour);
        return etat == EtatHabilitation.ACTIVE || etat == EtatHabilitation.A_VENIR;
    }

    private static void ajoute(Map<Coordonnee, Set<Acces>> droits, Octroi octroi) {
        octroi.droits()
                .forEach((coordonnee, droit) -> droits.computeIfAbsent(coordonnee, cle -> EnumSet.noneOf(Acces.class))
                        .addAll(droit.acces()));
    }
}
