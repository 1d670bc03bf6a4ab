package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.util.List;

/** The caller, as {@code moi} shows it. */
public record Client(
        @NonNul String id, @NonNul String nom, String finaliteParDefaut, @NonNul List<Habilitation> habilitations) {}
