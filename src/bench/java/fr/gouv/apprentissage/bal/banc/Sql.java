package fr.gouv.apprentissage.bal.banc;

/** The two statements that the plan makes of the query, as they are: a hand-written page would have the same. The bench checks that they still are. */
final class Sql {

    /** 0 id, 1 jeton, 2 date_debut, 3 date_fin, 4 statut, 5 intitule, 6 siret, 7 uai, 8 personne, 9 debut_tri, 10 coverage; $1 start, $2 rows. */
    static final String CONTRATS = "SELECT c.id, c.jeton, c.date_debut, c.date_fin, c.statut, c.intitule_formation,"
            + " c.formation_siret, ref_organismeformation.uai, pe.personne, c.debut_tri, (1::bigint) FROM (SELECT"
            + " b.id, b.debut_tri FROM ((SELECT c.id, c.debut_tri FROM contrat c WHERE TRUE AND c.debut_tri >= $1"
            + " AND c.date_debut IS NOT NULL ORDER BY c.id LIMIT $2)) b ORDER BY b.id LIMIT $2) k JOIN contrat c ON"
            + " c.id = k.id LEFT JOIN organisme ref_organismeformation ON ref_organismeformation.siret ="
            + " c.formation_siret LEFT JOIN identite pe ON pe.enregistrement = c.id ORDER BY c.id";

    /** 0 id, 1 jeton, 2 epoque, 3 enveloppe, 4 nom, 5 prenoms, 6 naissance, 7 courriels, 8 telephones, 9 personne, 10 coverage; $1 persons. */
    static final String PERSONNES = "SELECT r.id, r.jeton, se.epoque, se.enveloppe, i.nom, i.prenoms,"
            + " i.date_naissance, i.courriels, i.telephones, i.personne, (1::bigint) FROM identite i JOIN contrat r ON"
            + " r.id = i.enregistrement LEFT JOIN LATERAL (SELECT s.epoque, s.enveloppe FROM secret s WHERE"
            + " s.enregistrement = r.id ORDER BY s.epoque DESC LIMIT 1) se ON TRUE WHERE i.personne ="
            + " ANY($1::bigint[]) AND TRUE AND TRUE ORDER BY i.personne, i.etat_du DESC, i.enregistrement DESC";

    private Sql() {}
}
