package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.LocalDate;

/** A folded identity to match. */
@Description("Exact match on the folded identity (case, accents, spaces, hyphens and apostrophes do not count).")
public record IdentiteFiltre(@NonNul String nom, @NonNul String prenom, @NonNul LocalDate dateNaissance) {}
