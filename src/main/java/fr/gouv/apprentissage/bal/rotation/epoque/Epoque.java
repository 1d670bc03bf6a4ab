package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.OffsetDateTime;

/** An epoch of the records' secrets, as {@code epoques} shows it. */
public record Epoque(
        @NonNul Integer numero,
        @Description("From when new secrets go under it") @NonNul OffsetDateTime ouverteLe,
        @NonNul EtatEpoque etat,
        @Description("Secrets that stand under it now") @NonNul Integer secrets,
        @Description("When its key was destroyed for good: backups of its time open nothing since")
                OffsetDateTime detruiteLe) {}
