package fr.gouv.apprentissage.bal.charge;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Where contracts are: régions by their share of the country's apprentices, in per mille, with their académies and départements. */
final class Territoires {

    /** A place. */
    record Territoire(String region, String academie, String departement) {}

    private static final List<String> PARTS = List.of(
            "11 70 01 75",
            "11 80 24 77,93,94",
            "11 90 25 78,91,92,95",
            "24 35 18 18,28,36,37,41,45",
            "27 16 03 25,39,70,90",
            "27 24 07 21,58,71,89",
            "28 48 70 14,27,50,61,76",
            "32 60 09 59,62",
            "32 24 20 02,60,80",
            "44 30 15 67,68",
            "44 30 12 54,55,57,88",
            "44 18 19 08,10,51,52",
            "52 66 17 44,49,53,72,85",
            "53 52 14 22,29,35,56",
            "75 45 04 24,33,40,47,64",
            "75 9 22 19,23,87",
            "75 26 13 16,17,79,86",
            "76 45 16 09,12,31,32,46,65,81,82",
            "76 38 11 11,30,34,48,66",
            "84 55 10 01,42,69",
            "84 48 08 07,26,38,73,74",
            "84 20 06 03,15,43,63",
            "93 45 02 04,05,13,84",
            "93 30 23 06,83",
            "94 4 27 2A,2B",
            "01 5 32 971",
            "02 4 31 972",
            "03 2 33 973",
            "04 11 28 974",
            "06 1 43 976");

    private final List<Territoire> urne = new ArrayList<>();

    Territoires() {
        for (var part : PARTS) {
            var mots = part.split(" ");
            var departements = mots[3].split(",");
            for (int i = 0; i < Integer.parseInt(mots[1]) * 4; i++) {
                urne.add(new Territoire(mots[0], mots[2], departements[i % departements.length]));
            }
        }
    }

    Territoire tire(SplittableRandom hasard) {
        return urne.get(hasard.nextInt(urne.size()));
    }
}
