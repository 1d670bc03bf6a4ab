package fr.gouv.apprentissage.bal.banc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A kept-alive connection. Nothing but the JDK: it runs in the client's process. */
final class Connexion implements AutoCloseable {
    private static final byte[] DONNEES = "{\"data\":{".getBytes(StandardCharsets.US_ASCII);
    private static final String LONGUEUR = "content-length:";

    private final Socket prise;
    private final InputStream entree;

    Connexion(Socket prise) throws IOException {
        prise.setTcpNoDelay(true);
        this.prise = prise;
        this.entree = new BufferedInputStream(prise.getInputStream(), 64 * 1024);
    }

    /** Sends a whole request and reads the answer's body; an answer that is not data is an exception. */
    byte[] demande(byte[] requete) throws IOException {
        prise.getOutputStream().write(requete);
        var statut = ligne();
        int longueur = 0;
        for (var entete = ligne(); !entete.isEmpty(); entete = ligne()) {
            if (entete.regionMatches(true, 0, LONGUEUR, 0, LONGUEUR.length())) {
                longueur = Integer.parseInt(entete.substring(LONGUEUR.length()).strip());
            }
        }
        var corps = entree.readNBytes(longueur);
        if (!statut.contains(" 200 ") || !Arrays.equals(corps, 0, DONNEES.length, DONNEES, 0, DONNEES.length)) {
            throw new IllegalStateException(statut + " " + new String(corps, StandardCharsets.UTF_8));
        }
        return corps;
    }

    private String ligne() throws IOException {
        var texte = new StringBuilder();
        for (int signe = entree.read(); signe != '\n'; signe = entree.read()) {
            if (signe < 0) {
                throw new IOException("connexion fermée");
            }
            if (signe != '\r') {
                texte.append((char) signe);
            }
        }
        return texte.toString();
    }

    @Override
    public void close() throws IOException {
        prise.close();
    }
}
