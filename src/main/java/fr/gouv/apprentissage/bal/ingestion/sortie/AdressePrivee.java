package fr.gouv.apprentissage.bal.ingestion.sortie;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the Internet from those that only our own network knows: metadata of a cloud, a database, this process. */
final class AdressePrivee {

    private static final int PARTAGEE = 100;

    private AdressePrivee() {}

    static boolean est(InetAddress adresse) {
        return adresse.isLoopbackAddress()
                || adresse.isAnyLocalAddress()
                || adresse.isLinkLocalAddress()
                || adresse.isSiteLocalAddress()
                || adresse.isMulticastAddress()
                || (adresse instanceof Inet6Address six ? six(six) : quatre(adresse.getAddress()));
    }

    // RFC 6598 (100.64.0.0/10), 0.0.0.0/8, 192.0.0.0/24, 198.18.0.0/15, 240.0.0.0/4
    private static boolean quatre(byte[] octets) {
        int a = octets[0] & 0xff;
        int b = octets[1] & 0xff;
        return a == 0
                || a == PARTAGEE && (b & 0xc0) == 64
                || a == 192 && b == 0 && octets[2] == 0
                || a == 198 && (b & 0xfe) == 18
                || a >= 240;
    }

    // Unique local (RFC 4193), and IPv4 within IPv6: mapped ones become IPv4 in the JDK, those of 64:ff9b::/96 and
    // 2002::/16 do not.
    private static boolean six(Inet6Address adresse) {
        var octets = adresse.getAddress();
        int premier = octets[0] & 0xff;
        if ((premier & 0xfe) == 0xfc) {
            return true;
        }
        return premier == 0x20 && octets[1] == 0x02
                || premier == 0 && (octets[1] & 0xff) == 0x64 && (octets[2] & 0xff) == 0xff
                || adresse.isIPv4CompatibleAddress();
    }
}
