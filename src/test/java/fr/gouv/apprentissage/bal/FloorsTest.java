package fr.gouv.apprentissage.bal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.MarquesDeSuppression;
import fr.gouv.apprentissage.bal.scellement.Presentation;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import java.util.ArrayList;
import java.util.List;

/** The floors of the house: a room knows rooms below its own, never a neighbour, never one above. */
@AnalyzeClasses(packages = "fr.gouv.apprentissage.bal", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {

    private static final String RACINE = "fr.gouv.apprentissage.bal.";

    private static final List<List<String>> ETAGES = List.of(
            List.of("declaration", "identifiant", "version"),
            List.of("scellement", "referentiel"),
            List.of("journal"),
            List.of("habilitation"),
            List.of("personne"),
            List.of("contrat", "contact"),
            List.of("dossier", "voeu"),
            List.of("ingestion"),
            List.of("connecteur", "depot"),
            List.of("verification", "diffusion", "impact", "conformite", "insertion", "droits", "rotation"),
            List.of("passerelle", "console"),
            List.of("embarque"));

    @ArchTest
    static final ArchRule A_ROOM_KNOWS_ONLY_ROOMS_BELOW = etages();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(RACINE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SEALED_VALUES_ARE_OPENED_FOR_A_DECISION_AND_QUARANTINED_ROWS_AND_FILES_TO_BE_READ =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(RACINE + "passerelle.execution.Ouvreur")
                    .and()
                    .doNotHaveFullyQualifiedName(RACINE + "ingestion.Rejeu")
                    .and()
                    .doNotHaveFullyQualifiedName(RACINE + "ingestion.depot.DepotStore")
                    .and()
                    .resideOutsideOfPackage(RACINE + "scellement..")
                    .should()
                    .callMethodWhere(appel(Scellement.class, "ouvre"));

    @ArchTest
    static final ArchRule SEALED_VALUES_ARE_SEALED_AGAIN_IN_TWO_PLACES = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(RACINE + "ingestion.AccordDesVersions")
            .and()
            .resideOutsideOfPackage(RACINE + "scellement..")
            .should()
            .callMethodWhere(appel(Scellement.class, "rescelle"));

    @ArchTest
    static final ArchRule ONLY_A_DECISION_AUTHORISES_A_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackages(RACINE + "habilitation..", RACINE + "scellement..")
            .should()
            .callMethodWhere(appel(Autorisation.class, "deDecision"));

    @ArchTest
    static final ArchRule STORED_VALUES_ARE_MARKED_BY_ERASURE_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages(RACINE + "droits.effacement..", RACINE + "scellement..")
            .should()
            .callMethodWhere(appel(MarquesDeSuppression.class, "reprends"));

    @ArchTest
    static final ArchRule RECEIVED_VALUES_ARE_PRESENTED_BY_LIVE_QUESTIONS_ALONE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(RACINE + "connecteur.opco.CourrielPresente")
            .and()
            .resideOutsideOfPackage(RACINE + "scellement..")
            .should()
            .callMethodWhere(appel(Presentation.class, "de"));

    private static DescribedPredicate<JavaMethodCall> appel(Class<?> type, String methode) {
        return DescribedPredicate.describe(
                type.getSimpleName() + "." + methode,
                appel -> appel.getTargetOwner().isAssignableTo(type)
                        && appel.getName().equals(methode));
    }

    private static LayeredArchitecture etages() {
        var regle = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(RACINE + "(*)..");
        for (var etage : ETAGES) {
            for (var salle : etage) {
                regle = regle.optionalLayer(salle).definedBy(RACINE + salle + "..");
            }
        }
        var dessus = new ArrayList<String>();
        for (int i = ETAGES.size() - 1; i >= 0; i--) {
            for (var salle : ETAGES.get(i)) {
                regle = dessus.isEmpty()
                        ? regle.whereLayer(salle).mayNotBeAccessedByAnyLayer()
                        : regle.whereLayer(salle).mayOnlyBeAccessedByLayers(dessus.toArray(String[]::new));
            }
            dessus.addAll(ETAGES.get(i));
        }
        return regle;
    }
}
