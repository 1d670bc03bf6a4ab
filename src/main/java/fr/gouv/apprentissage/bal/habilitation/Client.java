package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.util.List;

/** The caller, as {@code moi} shows it. */
public record Client(
        @NonNul String id,
        @NonNul String nom,
        String finaliteParDefaut,
        @NonNul List<Habilitation> habilitations,
        @NonNul @Description("All of its rights are suspended.") Boolean suspendu,
        @NonNul @Description("Classes of personal data of which nothing may be read until they are resumed.")
                List<Classe> classesSuspendues) {}
