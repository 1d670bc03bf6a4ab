package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.DomaineDeCourriel;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What a row of an extract's day says of its employer's address, trusted 30 days from that day (domain.md §1.2). */
final class ContactLu {

    private static final int CONFIANCE = 30;

    private final Instant vuLe;
    private final LocalDate expireLe;

    /** @param jour the day that was asked for, in Paris */
    ContactLu(LocalDate jour) {
        this.vuLe = jour.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant();
        this.expireLe = jour.plusDays(CONFIANCE);
    }

    /** Nothing where one of the two is missing, or where the establishment is of no company. */
    Optional<FaitDeContact> de(Lecture siret, Lecture courriel) {
        if (!(siret.valeur() instanceof Siret etablissement) || !(courriel.valeur() instanceof Courriel adresse)) {
            return Optional.empty();
        }
        return etablissement
                .siren()
                .map(siren -> new FaitDeContact(
                        siren,
                        Optional.of(etablissement),
                        Optional.of(Sealed.recu(adresse)),
                        DomaineDeCourriel.dEntreprise(adresse),
                        ConnecteurDeca.SOURCE,
                        false,
                        vuLe,
                        expireLe));
    }
}
