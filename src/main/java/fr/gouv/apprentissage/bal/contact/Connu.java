package fr.gouv.apprentissage.bal.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A record as it stands, as far as a fact may change it.
 *
 * @param enregistrement the record
 * @param premiereVue when it was said first
 * @param derniereVue when it was said last
 * @param expireLe last day on which it may be trusted
 * @param domaine the company's domain
 */
record Connu(
        long enregistrement, Instant premiereVue, Instant derniereVue, LocalDate expireLe, Optional<String> domaine) {}
