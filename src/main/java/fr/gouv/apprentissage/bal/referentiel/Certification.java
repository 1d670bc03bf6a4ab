package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import java.time.LocalDate;

/** A diploma or title; every part but one of its two codes may be null. */
public record Certification(
        Cfd cfd, Rncp rncp, String intitule, Integer niveau, LocalDate ouverture, LocalDate fermeture) {}
