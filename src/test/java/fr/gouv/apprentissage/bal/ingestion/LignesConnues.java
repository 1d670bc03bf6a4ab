package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.personne.Sexe;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Rows whose values are known from the ids of their records, with every blind index that ingestion gives them. */
final class LignesConnues {

    static final int EN_QUARANTAINE = 10;
    static final int ECARTEE = 7;

    private static final int LOT = 1000;
    private static final ChampScelle<List<Courriel>> COURRIELS = ChampsScelles.de(Personne.class, "courriels");

    private final ScellementDeTest test;
    private final IndexAveugles index;
    private final PreparationDeLignes preparation;
    private final ScellementDeLignes lignes;

    LignesConnues(ScellementDeTest test) {
        this.test = test;
        this.index = test.index();
        this.preparation = new PreparationDeLignes(index, new Rappels(test.marques(), Clock.systemUTC()));
        this.lignes = new ScellementDeLignes(test.scellement(), AtelierDIngestion.champs());
    }

    /** The row of a record, sealed, with its indexes under every generation that is not retired. */
    LigneScellee scellee(CleEnregistrement cle) {
        var recue = recue(cle.enregistrement());
        return lignes.scelle(
                cle,
                preparation
                        .prepare(List.of(new PreparationDeLignes.Placee(0, recue)))
                        .lignes()
                        .get(0));
    }

    /** Its natural key under each of them. */
    List<Generation> cles(long id) {
        return index.empreintes(GenreIndex.CLE_CONTRAT, recue(id).cle());
    }

    /** What the table of searches holds: the values of the row, and its identity. */
    static Stream<Empreinte> index(LigneScellee scellee) {
        return Stream.concat(
                scellee.cellules().values().stream().flatMap(cellule -> cellule.index().stream()),
                scellee.traces().stream()
                        .filter(trace -> trace.genre() == GenreIndex.IDENTITE)
                        .map(trace -> new Empreinte(trace.genre(), trace.generation(), trace.empreinte())));
    }

    /** What the other extract of the day said of the addresses, and was not kept. */
    Cellule ecartee(CleEnregistrement cle) {
        var courriel = new Courriel("ancien" + cle.enregistrement() + "@exemple.fr");
        return new Cellule(
                test.scellement().scelle(cle, COURRIELS, Sealed.recu(List.of(courriel))),
                null,
                index.empreintes(GenreIndex.COURRIEL, List.of(Sealed.recu(courriel))).stream()
                        .map(une -> new Empreinte(GenreIndex.COURRIEL, une.numero(), une.empreinte()))
                        .toList());
    }

    static LigneRecue recue(long id) {
        var nom = Sealed.recu("Nom-" + id);
        var prenoms = Sealed.recu(id % 4 == 0 ? List.of("Prénom" + id) : List.of("Prénom" + id, "Deux"));
        var naissance = Sealed.recu(LocalDate.of(2000, 1, 1).plusDays(id % 3000));
        var sexe = Sealed.recu(id % 2 == 0 ? Sexe.F : Sexe.M);
        var departement = Sealed.recu(String.format("%02d", 1 + id % 95));
        var ine = Sealed.recu(String.format("%09dAB", id));
        var numero = Sealed.recu(String.format("%012d", id));
        var courriels = IntStream.rangeClosed(1, id % 3 == 0 ? 2 : 1)
                .mapToObj(rang -> new Courriel("personne" + id + "." + rang + "@exemple.fr"))
                .toList();
        var telephone = String.format("+336%08d", id);
        return new LigneRecue(
                List.of(numero, Sealed.recu("11"), Sealed.recu("1"), naissance),
                new IdentiteRecue(nom, prenoms, id % 4 == 0, naissance, ine, numero, sexe, departement),
                Map.of(
                        "nom", nom,
                        "prenoms", prenoms,
                        "date_naissance", naissance,
                        "sexe", sexe,
                        "departement_naissance", departement,
                        "ine", ine,
                        "numero", numero,
                        "courriels", Sealed.recu(courriels),
                        "telephones", Sealed.recu(List.of(telephone))),
                Map.of("type", "11", "numero_avenant", "1"),
                Stream.concat(
                                Stream.of(
                                        new LigneRecue.ValeurIndexee("ine", GenreIndex.INE, ine),
                                        new LigneRecue.ValeurIndexee(
                                                "telephones", GenreIndex.TELEPHONE, Sealed.recu(telephone))),
                                courriels.stream()
                                        .map(un -> new LigneRecue.ValeurIndexee(
                                                "courriels", GenreIndex.COURRIEL, Sealed.recu(un))))
                        .toList(),
                List.of(),
                List.of());
    }

    static Sealed<String> rejetee(long id) {
        return Sealed.recu("{\"ligne\":" + id + "}");
    }

    static void parLots(int nombre, Function<List<Long>, ?> action) {
        for (var debut = 1L; debut <= nombre; debut += LOT) {
            action.apply(LongStream.rangeClosed(debut, Math.min(nombre, debut + LOT - 1))
                    .boxed()
                    .toList());
        }
    }
}
