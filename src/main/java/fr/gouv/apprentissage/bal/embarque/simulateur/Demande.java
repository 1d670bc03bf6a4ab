package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.time.LocalDate;

/**
 * One request for a page, as far as it could be understood.
 *
 * @param debut first day asked for
 * @param fin last day asked for
 * @param page from 1
 * @param essai how many times this very page of this period was asked for, this time included
 */
public record Demande(Extrait extrait, LocalDate debut, LocalDate fin, int page, int essai) {}
