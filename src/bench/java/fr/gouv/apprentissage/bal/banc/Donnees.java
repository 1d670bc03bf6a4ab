package fr.gouv.apprentissage.bal.banc;

import fr.gouv.apprentissage.bal.embarque.generateur.PersonneGeneree;
import fr.gouv.apprentissage.bal.embarque.generateur.Peuple;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Contracts of a seed, sealed as ingestion would; of five people one has two. */
final class Donnees {

    private static final LocalDate JOUR = LocalDate.of(2025, 9, 1);
    private static final long PREMIER = 1_000;

    private final Connection connexion;
    private final Scellement scellement;
    private final Peuple peuple = new Peuple(20260101);

    Donnees(Connection connexion, Scellement scellement) {
        this.connexion = connexion;
        this.scellement = scellement;
    }

    void remplis(int contrats) throws SQLException {
        connexion.setAutoCommit(false);
        for (int i = 0; i < contrats; i++) {
            // every sixth record is the second of the person before
            contrat(PREMIER + i, PREMIER + (i % 6 == 5 ? i - 1 : i), i);
        }
        connexion.commit();
        connexion.setAutoCommit(true);
        insere("analyze contrat, identite, secret, organisme");
    }

    private void contrat(long id, long personne, int rang) throws SQLException {
        var cle = scellement.nouvelle(id);
        insere(
                "insert into secret (enregistrement, epoque, enveloppe) values (?, ?, ?)",
                id,
                cle.epoque(),
                cle.enveloppe());
        insere(
                "insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue, statut, date_debut,"
                        + " date_fin, intitule_formation, formation_siret) values (?, 'DECA', now(), now(), now(), now(), ?, ?, ?,"
                        + " ?, (select siret from organisme where uai is not null order by siret offset ? limit 1))",
                id,
                rang % 7 == 0 ? "ROMPU" : "ACTIF",
                JOUR.plusDays(rang % 60),
                JOUR.plusDays(rang % 60).plusYears(2),
                "BTS MAINTENANCE DES SYSTÈMES OPTION " + (char) ('A' + rang % 4),
                rang % 20);
        identite(id, personne, cle, peuple.personne(JOUR, (int) personne));
    }

    private void identite(long id, long personne, CleEnregistrement cle, PersonneGeneree p) throws SQLException {
        insere(
                "insert into identite (enregistrement, personne, source, etat_du, nom, prenoms, date_naissance, courriels,"
                        + " telephones) values (?, ?, 'DECA', now(), ?, ?, ?, ?, ?)",
                id,
                personne,
                scelle(cle, "nom", p.nom()),
                scelle(cle, "prenoms", List.of(p.prenoms().split(" "))),
                scelle(cle, "dateNaissance", p.dateNaissance()),
                scelle(cle, "courriels", List.of(Courriel.lis(p.courriel()))),
                scelle(cle, "telephones", List.of(p.telephone())));
    }

    private byte[] scelle(CleEnregistrement cle, String champ, Object valeur) {
        return scellement.scelle(cle, ChampsScelles.<Object>de(Personne.class, champ), Sealed.recu(valeur));
    }

    private void insere(String sql, Object... valeurs) throws SQLException {
        try (var ordre = connexion.prepareStatement(sql)) {
            for (int i = 0; i < valeurs.length; i++) {
                ordre.setObject(i + 1, valeurs[i]);
            }
            ordre.execute();
        }
    }
}
