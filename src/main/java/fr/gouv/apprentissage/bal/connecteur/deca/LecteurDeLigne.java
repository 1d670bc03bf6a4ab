package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.ingestion.LigneLue;
import fr.gouv.apprentissage.bal.ingestion.LigneRejetee;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads one row of DECA: who it is of, then every field that its extract carries. What is personal in it is clear only in here. */
final class LecteurDeLigne {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    /** Why what is no row is refused. */
    static final String ILLISIBLE = "LIGNE_ILLISIBLE";

    /** Of all that DECA says only this dates an act in DECA itself: the others are the contract's own. */
    private static final JsonPointer SIGNALEE = JsonPointer.compile("/rupture/dateSignalement");

    private final Champs.Portee extrait;
    private final LocalDate jour;
    private final ContactLu contact;

    /** @param jour day that was asked for */
    LecteurDeLigne(Champs.Portee extrait, LocalDate jour) {
        this.extrait = extrait;
        this.jour = jour;
        this.contact = new ContactLu(jour);
    }

    LigneLue lis(JsonNode ligne) {
        var tete = Tete.lis(ligne);
        var motif = tete.rejet();
        return motif.isPresent()
                ? new LigneRejetee(motif.get(), entiere(ligne), IdentiteLue.lis(ligne))
                : recue(ligne, tete);
    }

    /** A row as it was kept when it was refused. */
    LigneLue relis(String ligne) {
        try {
            return lis(LigneIllisible.json().readTree(ligne));
        } catch (JsonProcessingException impossible) {
            // Without the cause: Jackson's messages may hold a piece of the row.
            throw new IllegalStateException("une ligne écrite ne se relit pas");
        }
    }

    /** What a row is identified by. */
    private record Tete(boolean objet, Lecture numero, Lecture type, String nom, String prenom, Lecture naissance) {

        static Tete lis(JsonNode ligne) {
            return new Tete(
                    ligne.isObject(),
                    Lecteurs.numero(ligne.at(Champs.NUMERO)),
                    Lecteurs.type(ligne.at(Champs.TYPE)),
                    Lecteurs.nom(ligne.at(Champs.NOM)),
                    Lecteurs.nom(ligne.at(Champs.PRENOM)),
                    Lecteurs.date(ligne.at(Champs.DATE_NAISSANCE)));
        }

        /** The first reason for which the row cannot be identified. */
        Optional<String> rejet() {
            if (!objet) {
                return Optional.of(ILLISIBLE);
            }
            if (numero.valeur() == null) {
                return Optional.of("NUMERO_ABSENT");
            }
            if (type.valeur() == null) {
                return Optional.of("TYPE_ABSENT");
            }
            // A name that folds to nothing (a hyphen alone) names nobody.
            if (Pliage.nom(nom).isEmpty()) {
                return Optional.of("NOM_ABSENT");
            }
            if (Pliage.nom(prenom).isEmpty()) {
                return Optional.of("PRENOM_ABSENT");
            }
            return naissance.valeur() == null ? Optional.of("DATE_NAISSANCE_ABSENTE") : Optional.empty();
        }
    }

    private LigneLue recue(JsonNode ligne, Tete tete) {
        var recue = new LigneEnLecture(
                (String) tete.numero().valeur(),
                tete.type(),
                Lecteurs.brut(ligne.at(Champs.NUMERO_AVENANT)),
                tete.nom(),
                List.of(tete.prenom()),
                (LocalDate) tete.naissance().valeur());
        for (var champ : Champs.SIMPLES) {
            if (champ.portee().comprend(extrait)) {
                recue.place(champ.colonne(), lecture(ligne.at(champ.chemin()), champ.lecteur()));
            }
        }
        if (lecture(ligne.at(SIGNALEE), Lecteurs::date).valeur() instanceof LocalDate signalee
                && signalee.isAfter(jour)) {
            recue.signale("LIGNE_EN_AVANCE");
        }
        if (extrait == Champs.Portee.LBA) {
            var siret = lecture(ligne.at(Champs.EMPLOYEUR_SIRET), Lecteurs::siret);
            recue.employeur(siret);
            contact.de(siret, lecture(ligne.at(Champs.EMPLOYEUR_COURRIEL), Lecteurs::courriel))
                    .ifPresent(recue::contact);
        } else {
            AdresseLue.lis(ligne.at(Champs.ADRESSE)).forEach(lue -> recue.place("adresse", lue));
        }
        return recue.ligne();
    }

    /** Nothing where nothing stands; an object or a list where a value is expected is badly formed. */
    static Lecture lecture(JsonNode valeur, Lecture.Lecteur lecteur) {
        if (valeur.isContainerNode()) {
            return Lecture.ecartee();
        }
        return Lecteurs.brut(valeur).isEmpty() ? Lecture.absente() : lecteur.lis(valeur);
    }

    /** The whole row, keys in order: the same row sent twice is the same text. */
    private static Sealed<String> entiere(JsonNode ligne) {
        try {
            return Sealed.recu(JSON.writeValueAsString(
                    JSON.treeToValue(ligne instanceof MissingNode ? JSON.nullNode() : ligne, Object.class)));
        } catch (JsonProcessingException impossible) {
            // Without the cause: Jackson's messages may hold a piece of the row.
            throw new IllegalStateException("une ligne lue ne se réécrit pas");
        }
    }
}
