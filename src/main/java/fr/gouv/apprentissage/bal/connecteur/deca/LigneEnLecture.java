package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.identifiant.NumeroContrat;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.IdentiteRecue;
import fr.gouv.apprentissage.bal.ingestion.LigneRecue;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.personne.Sexe;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row while it is read: what is personal is sealed as soon as it is placed. */
final class LigneEnLecture {

    private static final Map<String, Colonne> COLONNES = Stream.of(Personne.class, Contrat.class)
            .flatMap(type -> Colonne.de(type).stream())
            .collect(Collectors.toMap(Colonne::nom, colonne -> colonne));
    private static final Map<String, GenreIndex> INDEX =
            Map.of("courriels", GenreIndex.COURRIEL, "telephones", GenreIndex.TELEPHONE);

    private final Map<String, Sealed<?>> personnels = new HashMap<>();
    private final Map<String, String> clairs = new HashMap<>();
    private final List<LigneRecue.ValeurIndexee> index = new ArrayList<>();
    private final List<FaitDeContact> contacts = new ArrayList<>();
    private final List<String> signalements = new ArrayList<>();
    private final List<Sealed<?>> cle;
    private final Sealed<String> nom;
    private final Sealed<List<String>> prenoms;
    private final Sealed<LocalDate> dateNaissance;
    private final Sealed<String> numero;
    private final boolean prenomUnique;
    private Sealed<Sexe> sexe;
    private Sealed<String> departementNaissance;

    /** @param avenant empty when there is none */
    LigneEnLecture(
            String numero, Lecture type, String avenant, String nom, List<String> prenoms, LocalDate dateNaissance) {
        this.numero = Sealed.recu(numero);
        this.nom = Sealed.recu(nom);
        this.prenoms = Sealed.recu(prenoms);
        this.dateNaissance = Sealed.recu(dateNaissance);
        this.prenomUnique = Pliage.premierPrenom(prenoms).equals(Pliage.prenoms(prenoms));
        Sealed<?> sonAvenant = avenant.isEmpty() ? null : Sealed.recu(avenant);
        this.cle = Arrays.asList(this.numero, Sealed.recu(type.valeur().toString()), sonAvenant, this.dateNaissance);
        personnels.put("numero", this.numero);
        personnels.put("nom", this.nom);
        personnels.put("prenoms", this.prenoms);
        personnels.put("date_naissance", this.dateNaissance);
        place("type", type);
        place("numero_avenant", avenant.isEmpty() ? Lecture.absente() : Lecture.de(avenant));
        if (NumeroContrat.lis(numero).formeInhabituelle()) {
            signalements.add("NUMERO_INHABITUEL");
        }
    }

    /** Tells a doubt about the row as a whole. */
    void signale(String motif) {
        signalements.add(motif);
    }

    void place(String colonne, Lecture lue) {
        signale(colonne, lue.doute());
        if (lue.valeur() == null) {
            return;
        }
        if (!COLONNES.get(colonne).scellee()) {
            clairs.put(colonne, texte(lue.valeur()));
            return;
        }
        var scellee = Sealed.recu(lue.valeur());
        personnels.put(colonne, scellee);
        if (INDEX.containsKey(colonne)) {
            ((List<?>) lue.valeur())
                    .forEach(valeur ->
                            index.add(new LigneRecue.ValeurIndexee(colonne, INDEX.get(colonne), Sealed.recu(valeur))));
        }
        if (lue.valeur() instanceof Sexe lui) {
            sexe = Sealed.recu(lui);
        }
        if (colonne.equals("departement_naissance")) {
            departementNaissance = Sealed.recu((String) lue.valeur());
        }
    }

    /** The company is the first nine digits of its establishment. */
    void employeur(Lecture siret) {
        place("employeur_siret", siret);
        if (siret.valeur() instanceof Siret lu) {
            clairs.put("employeur_siren", lu.valeur().substring(0, 9));
        }
    }

    void contact(FaitDeContact fait) {
        contacts.add(fait);
    }

    LigneRecue ligne() {
        var identite =
                new IdentiteRecue(nom, prenoms, prenomUnique, dateNaissance, null, numero, sexe, departementNaissance);
        return new LigneRecue(cle, identite, personnels, clairs, index, contacts, signalements);
    }

    private void signale(String colonne, Lecture.Doute doute) {
        var coordonnee = COLONNES.get(colonne).coordonnee();
        switch (doute) {
            case ECARTEE -> signalements.add("VALEUR_ECARTEE:" + coordonnee);
            case CODE_INCONNU -> signalements.add("CODE_INCONNU:" + coordonnee);
            case AUCUN -> {
                return;
            }
            default -> throw new IllegalStateException(doute.name());
        }
    }

    private static String texte(Object valeur) {
        if (valeur instanceof Record identifiant) {
            return Identifiants.texte(identifiant);
        }
        return valeur instanceof Enum<?> constante ? constante.name() : valeur.toString();
    }
}
