package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Root fields on the nomenclatures. They need no purpose and no habilitation. */
@Singleton
@Unremovable
public class RequetesReferentiel {

    private static final int PAGE = 20;
    private static final int PAGE_MAXIMALE = 200;

    private final OrganismeStore organismes;
    private final CertificationStore certifications;

    /** @param organismes the organismes
     * @param certifications the diplomas */
    public RequetesReferentiel(OrganismeStore organismes, CertificationStore certifications) {
        this.organismes = organismes;
        this.certifications = certifications;
    }

    /**
     * One organisme, null when there is none; of two codes both must fit.
     *
     * @throws ArgumentInvalide when neither code is given
     */
    @Requete
    @Description(
            "By UAI alone, where several organismes bear it: the one of the référentiel before others, responsable before formateur, then the lowest SIRET.")
    public Uni<Organisme> organisme(Siret siret, Uai uai) {
        if (siret == null && uai == null) {
            throw new ArgumentInvalide("siret", "il faut au moins l'un des arguments siret et uai");
        }
        if (uai == null) {
            return organismes.parSiret(siret).map(RequetesReferentiel::ouNul);
        }
        return (siret == null ? organismes.parUai(uai) : organismes.parSiretEtUai(siret, uai))
                .map(RequetesReferentiel::ouNul);
    }

    /**
     * The organismes that match, by SIRET (UAI for who has none).
     *
     * @param first at most 200
     * @throws ArgumentInvalide when {@code first} is out of range
     * @throws fr.gouv.apprentissage.bal.declaration.CurseurInvalide when {@code after} is not a cursor of this list
     */
    @Requete
    @NonNul
    public Uni<Connection<Organisme>> organismes(OrganismeFiltre filtre, @Defaut("20") Integer first, String after) {
        int taille = first == null ? PAGE : first;
        if (taille < 0 || taille > PAGE_MAXIMALE) {
            throw new ArgumentInvalide("first", "first va de 0 à " + PAGE_MAXIMALE);
        }
        return organismes.page(filtre, taille, after);
    }

    /**
     * One diploma, null when there is none; of two codes both must fit.
     *
     * @throws ArgumentInvalide when neither code is given
     */
    @Requete
    public Uni<Certification> certification(Cfd cfd, Rncp rncp) {
        if (cfd == null && rncp == null) {
            throw new ArgumentInvalide("cfd", "il faut au moins l'un des arguments cfd et rncp");
        }
        if (rncp == null) {
            return certifications.parCfd(cfd).map(RequetesReferentiel::ouNul);
        }
        return (cfd == null ? certifications.parRncp(rncp) : certifications.parCfdEtRncp(cfd, rncp))
                .map(RequetesReferentiel::ouNul);
    }

    private static <T> T ouNul(Optional<T> valeur) {
        return valeur.orElse(null);
    }
}
