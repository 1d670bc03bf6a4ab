package fr.gouv.apprentissage.bal.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page in Markdown, of the repository's root. */
public record Page(Path fichier, String texte) {

    private static final Pattern CLOTURE = Pattern.compile("\\s*(?:```+|~~~+)\\s*(.*)");
    private static final Pattern EN_LIGNE = Pattern.compile("(?s)`([^`]+)`");
    private static final Pattern LIEN = Pattern.compile("]\\(([^)\\s]+)\\)");

    /** The pages that are followed: at the root and in docs, all of them. */
    public static List<Page> toutes() {
        return Stream.concat(markdown(Path.of("")), markdown(Path.of("docs")))
                .map(Page::de)
                .toList();
    }

    static Page de(Path fichier) {
        try {
            return new Page(fichier, Files.readString(fichier));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Examples that stand by themselves, in their order. */
    public List<Bloc> blocs() {
        return lecture().blocs;
    }

    /** What stands between backticks in sentences and tables, on one line each. */
    public List<Bloc> citations() {
        var prose = lecture().prose.toString();
        return EN_LIGNE.matcher(prose)
                .results()
                .map(r -> new Bloc(
                        fichier,
                        ligneDe(prose, r.start()),
                        Bloc.EN_LIGNE,
                        r.group(1).replaceAll("\\s+", " "),
                        prose.substring(0, r.start())))
                .toList();
    }

    /** Targets of its links, without those to the web. */
    public List<String> liens() {
        return LIEN.matcher(lecture().prose)
                .results()
                .map(r -> r.group(1))
                .filter(lien -> !lien.startsWith("https://"))
                .toList();
    }

    /** Its titles as links name them: lower case, hyphens, no punctuation. */
    public List<String> ancres() {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(lecture().prose)
                .results()
                .map((MatchResult r) -> r.group(1)
                        .toLowerCase()
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private Lecture lecture() {
        var lecture = new Lecture(new ArrayList<>(), new StringBuilder());
        var lignes = texte.split("\n", -1);
        boolean vide = true;
        for (int i = 0; i < lignes.length; i++) {
            var cloture = CLOTURE.matcher(lignes[i]);
            if (cloture.matches()) {
                int debut = i + 1;
                i = fin(lignes, debut);
                lecture.ajoute(this, debut, i, cloture.group(1).strip(), lignes);
                // as many lines of prose, so that lines keep their numbers
                lecture.prose.append("\n".repeat(i - debut + 1));
            } else if (vide && lignes[i].matches(" {4}\\s*\\S.*")) {
                lecture.ajoute(this, i, i + 1, Bloc.INDENTE, lignes);
            } else {
                lecture.prose.append(lignes[i]);
            }
            lecture.prose.append('\n');
            vide = lignes[Math.min(i, lignes.length - 1)].isBlank();
        }
        return lecture;
    }

    private int fin(String[] lignes, int debut) {
        for (int i = debut; i < lignes.length; i++) {
            if (CLOTURE.matcher(lignes[i]).matches()) {
                return i;
            }
        }
        throw new IllegalStateException(fichier + ":" + debut + " : bloc sans fin");
    }

    private static int ligneDe(String texte, int position) {
        return (int) texte.substring(0, position).lines().count();
    }

    private static Stream<Path> markdown(Path dossier) {
        try (var fichiers = Files.list(dossier)) {
            return fichiers.filter(f -> f.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Lecture(List<Bloc> blocs, StringBuilder prose) {

        void ajoute(Page page, int debut, int fin, String langue, String[] lignes) {
            var texte = String.join("\n", List.of(lignes).subList(debut, fin)) + "\n";
            blocs.add(new Bloc(page.fichier, debut + 1, langue, texte, prose.toString()));
        }
    }
}
