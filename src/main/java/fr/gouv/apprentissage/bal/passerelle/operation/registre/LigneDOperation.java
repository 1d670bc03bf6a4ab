package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import fr.gouv.apprentissage.bal.passerelle.operation.registre.DocumentEnregistre.Origine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A row of {@code operation_enregistree}. Rows are added, and closed by retiring them; nothing else of them changes. */
@Entity
@Table(name = "operation_enregistree")
class LigneDOperation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long numero;

    String client;
    String empreinte;
    String nom;
    String document;

    @Enumerated(EnumType.STRING)
    Origine origine;

    @Column(name = "enregistree_le")
    OffsetDateTime enregistreeLe;

    @Column(name = "enregistree_par")
    String enregistreePar;

    @Column(name = "retiree_le")
    OffsetDateTime retireeLe;

    @Column(name = "retiree_par")
    String retireePar;

    @Enumerated(EnumType.STRING)
    Origine retrait;

    protected LigneDOperation() {}

    LigneDOperation(DocumentEnregistre document) {
        this.client = document.client();
        this.empreinte = document.empreinte();
        this.nom = document.nom();
        this.document = document.document();
        this.origine = document.origine();
        this.enregistreeLe = document.le();
        this.enregistreePar = document.par();
    }

    DocumentEnregistre lue() {
        return new DocumentEnregistre(client, empreinte, nom, document, origine, enregistreeLe, enregistreePar);
    }

    void retire(Origine origineDuRetrait, OffsetDateTime quand, String par) {
        this.retrait = origineDuRetrait;
        this.retireeLe = quand;
        this.retireePar = par;
    }
}
