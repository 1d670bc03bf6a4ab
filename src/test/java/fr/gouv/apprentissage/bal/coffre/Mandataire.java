package fr.gouv.apprentissage.bal.coffre;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Optional;

/** Between a client and the server: it can be slow, and speak TLS with a certificate that nobody knows. */
public final class Mandataire implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final String protocole;
    private final int port;
    private volatile long retard = 1;

    private Mandataire(URI vers, Optional<KeyCertOptions> certificat) {
        var options = new NetServerOptions().setHost("127.0.0.1").setPort(0);
        certificat.ifPresent(paire -> options.setSsl(true).setKeyCertOptions(paire));
        this.protocole = certificat.isPresent() ? "https" : "http";
        var serveur = vertx.createNetServer(options).connectHandler(client -> relie(client, vers));
        this.port = serveur.listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    public static Mandataire vers(URI adresse) {
        return new Mandataire(adresse, Optional.empty());
    }

    /** One that speaks TLS. */
    public static Mandataire vers(URI adresse, KeyCertOptions certificat) {
        return new Mandataire(adresse, Optional.of(certificat));
    }

    public URI adresse() {
        return URI.create(protocole + "://localhost:" + port);
    }

    /** How long every byte is held back from now on, in milliseconds. */
    public void ralentit(long millisecondes) {
        retard = Math.max(1, millisecondes);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void relie(NetSocket client, URI vers) {
        client.pause();
        vertx.createNetClient()
                .connect(vers.getPort(), vers.getHost())
                .onSuccess(amont -> {
                    relie(client, amont);
                    relie(amont, client);
                    client.resume();
                })
                .onFailure(absent -> client.close());
    }

    private void relie(NetSocket de, NetSocket vers) {
        de.handler(octets -> plusTard(vers, octets));
        de.closeHandler(fini -> vers.close());
    }

    private void plusTard(NetSocket vers, Buffer octets) {
        vertx.setTimer(retard, minuteur -> vers.write(octets));
    }
}
