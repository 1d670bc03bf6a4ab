package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.GenreMarque;
import fr.gouv.apprentissage.bal.scellement.Marque;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A sealed row as bytes, in one column: staging then needs one statement for rows of any shape. Columns stand by their names, so that a
 * replica of the next version reads what one of this version staged.
 */
final class FormatDeStaging {

    static final int VERSION = 1;

    private FormatDeStaging() {}

    static byte[] ecris(LigneScellee ligne) {
        var octets = new ByteArrayOutputStream(1024);
        try (var flux = new DataOutputStream(octets)) {
            flux.writeByte(VERSION);
            flux.writeShort(ligne.cellules().size());
            for (var entree : ligne.cellules().entrySet()) {
                flux.writeUTF(entree.getKey());
                ecris(flux, entree.getValue().scelle());
                var clair = entree.getValue().clair();
                ecris(flux, clair == null ? null : clair.getBytes(StandardCharsets.UTF_8));
                ecris(flux, empreintes(entree.getValue().index()));
            }
            flux.writeShort(ligne.traces().size());
            for (var trace : ligne.traces()) {
                flux.writeByte(trace.genre().numero());
                flux.writeShort(trace.generation());
                ecris(flux, trace.empreinte());
                ecris(flux, trace.sexe());
                ecris(flux, trace.departement());
                flux.writeBoolean(trace.prenomUnique());
            }
            ecrisMarques(flux, ligne.marques());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    static LigneScellee lis(byte[] octets) {
        try (var flux = new DataInputStream(new ByteArrayInputStream(octets))) {
            if (flux.readByte() != VERSION) {
                throw new IllegalStateException("format de staging inconnu");
            }
            var cellules = new HashMap<String, Cellule>();
            for (var reste = flux.readUnsignedShort(); reste > 0; reste--) {
                var colonne = flux.readUTF();
                var scelle = lis(flux);
                var clair = lis(flux);
                cellules.put(
                        colonne,
                        new Cellule(
                                scelle,
                                clair == null ? null : new String(clair, StandardCharsets.UTF_8),
                                empreintes(lis(flux))));
            }
            var traces = new ArrayList<Trace>();
            for (var reste = flux.readUnsignedShort(); reste > 0; reste--) {
                traces.add(new Trace(
                        GenreIndex.deNumero(flux.readByte()),
                        flux.readShort(),
                        lis(flux),
                        lis(flux),
                        lis(flux),
                        flux.readBoolean()));
            }
            return new LigneScellee(cellules, traces, marques(flux));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Behind the rest: a replica of the version before this one does not read so far, and what it writes ends there.
    private static void ecrisMarques(DataOutputStream flux, List<Marque> marques) throws IOException {
        flux.writeShort(marques.size());
        for (var marque : marques) {
            flux.writeByte(marque.genre().numero());
            flux.writeInt(marque.version());
            ecris(flux, marque.empreinte());
            ecris(flux, marque.sexe());
            ecris(flux, marque.departement());
        }
    }

    private static List<Marque> marques(DataInputStream flux) throws IOException {
        var marques = new ArrayList<Marque>();
        for (var reste = flux.available() == 0 ? 0 : flux.readUnsignedShort(); reste > 0; reste--) {
            marques.add(
                    new Marque(GenreMarque.deNumero(flux.readByte()), flux.readInt(), lis(flux), lis(flux), lis(flux)));
        }
        return marques;
    }

    /** Blind indexes as bytes: each its kind, its generation, its hash. */
    static byte[] empreintes(List<Empreinte> index) {
        var octets = new ByteArrayOutputStream();
        try (var flux = new DataOutputStream(octets)) {
            for (var empreinte : index) {
                flux.writeByte(empreinte.genre().numero());
                flux.writeShort(empreinte.generation());
                ecris(flux, empreinte.valeur());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    static List<Empreinte> empreintes(byte[] octets) {
        try (var flux = new DataInputStream(new ByteArrayInputStream(octets))) {
            var index = new ArrayList<Empreinte>();
            while (flux.available() > 0) {
                index.add(new Empreinte(GenreIndex.deNumero(flux.readByte()), flux.readShort(), lis(flux)));
            }
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ecris(DataOutputStream flux, byte[] octets) throws IOException {
        flux.writeInt(octets == null ? -1 : octets.length);
        if (octets != null) {
            flux.write(octets);
        }
    }

    private static byte[] lis(DataInputStream flux) throws IOException {
        var longueur = flux.readInt();
        return longueur < 0 ? null : flux.readNBytes(longueur);
    }
}
