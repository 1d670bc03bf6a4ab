package fr.gouv.apprentissage.bal.banc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The client, in a process of its own so that its CPU does not count. Reads a line {@code number base64-of-a-whole-request}, sends that request so
 * many times over its kept-alive connections, and says when all were answered with data; any other answer ends it.
 */
public final class Charge {

    private Charge() {}

    /** Port, number of connections. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var connexions = new ArrayList<Connexion>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            connexions.add(new Connexion(new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))));
        }
        var fils = Executors.newFixedThreadPool(connexions.size());
        var ordres = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (var ordre = ordres.readLine(); ordre != null; ordre = ordres.readLine()) {
            var mots = ordre.split(" ");
            var reste = new AtomicInteger(Integer.parseInt(mots[0]));
            var requete = Base64.getDecoder().decode(mots[1]);
            var taches = connexions.stream()
                    .<Callable<Void>>map(connexion -> () -> {
                        while (reste.getAndDecrement() > 0) {
                            connexion.demande(requete);
                        }
                        return null;
                    })
                    .toList();
            for (var tache : fils.invokeAll(taches)) {
                tache.get();
            }
            System.out.println("fini");
        }
        fils.shutdown();
    }
}
