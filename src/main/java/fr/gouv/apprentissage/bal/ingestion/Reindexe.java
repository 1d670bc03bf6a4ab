package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import java.util.List;
import java.util.Map;

/**
 * What a record lacked under a generation.
 *
 * @param enregistrement the record
 * @param traces what it is matched by
 * @param index what it is found by
 * @param cle its natural key, alone or none
 * @param ecartes what was beaten, whole, where an index of it was lacking; else none
 */
record Reindexe(
        long enregistrement,
        List<Trace> traces,
        List<Empreinte> index,
        List<byte[]> cle,
        Map<String, Map<Integer, Cellule>> ecartes) {}
