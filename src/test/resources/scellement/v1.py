"""Writes v1.txt: format 1 as a second implementation makes it, from the package's description alone.

Run: python3 v1.py > v1.txt (needs the package `cryptography`). The file is only ever added to: stored values are read by it for ever.
"""
import base64
import hashlib
import hmac
import struct
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

RECORD, EPOCH, SECRET, NONCE = 42, 1, bytes(range(32)), bytes(range(12))


def key(kind, version=1):
    return hashlib.sha256(f"bal-test {kind} {version}".encode()).digest()


def mac(k, *parts):
    return hmac.new(k, b"".join(parts), hashlib.sha256).digest()


def expand(k, info):
    return mac(k, info, b"\x01")


def parts(*items):
    return b"".join(struct.pack(">i", -1) if i is None else struct.pack(">i", len(i)) + i for i in items)


def line(name, data):
    print(name, data if isinstance(data, str) else data.hex())


def sealed(name, cls, field, clear):
    digest = mac(expand(key(cls), b"bal/1/empreinte\0" + SECRET), struct.pack(">H", field), clear)[:8]
    aad = struct.pack(">BHQI", 1, field, RECORD, 1) + digest
    body = AESGCM(expand(key(cls), b"bal/1/cle\0" + SECRET)).encrypt(NONCE, clear, aad)
    line(name, struct.pack(">BI", 1, 1) + digest + NONCE + body)


def u(text):
    return text.encode()


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


line("secret", NONCE + AESGCM(key("EPOQUE")).encrypt(NONCE, SECRET, struct.pack(">IQ", EPOCH, RECORD)))
sealed("texte", "IDENTITE", 1, u("Zoé-Aïcha"))
sealed("vide", "IDENTITE", 1, b"")
sealed("textes", "IDENTITE", 2, parts(u("Zoé"), u("Marie Ève")))
sealed("date", "IDENTITE", 3, b"2007-02-28")
sealed("enumeration", "IDENTITE", 4, b"ROUGE")
sealed("type", "IDENTIFIANT", 6, b"0130736L")
sealed("types", "CONTACT", 7, parts(b"zoe@example.fr", b"z.a@example.org"))
sealed("compose", "CONTACT", 9, parts(u("3 rue de l'Évêché"), b"13002", None))
sealed("composes", "CONTACT", 12, parts(parts(b"a", None, b"c"), parts(None, None, None)))
sealed("entier", "SENSIBLE", 10, struct.pack(">i", 100))
sealed("booleen", "SENSIBLE", 11, b"\x01")
sealed("parcours", "PARCOURS", 65535, u("œuvre"))


def index(kind, *folded):
    hash_ = mac(key("INDEX:" + kind), parts(*folded))[:16]
    line("INDEX:" + kind, hash_)
    return hash_


index("INE", b"0123456789A")
index("COURRIEL", b"zoe@example.fr")
index("TELEPHONE", b"+33612345678")
identity = index("IDENTITE", b"dupontmartin", b"zoemarie", b"2007-02-28")
index("IDENTITE_PREMIER_PRENOM", b"dupontmartin", b"zoe", b"2007-02-28")
index("INE_NAISSANCE", b"0123456789A", b"2007-02-28")
index("CONTRAT_PRENOMS", b"013202100001234", b"2007-02-28", b"zoemarie")
index("CLE_CONTRAT", b"013202100001234", b"11", None, b"2007-02-28")
index("LIGNE", b"a;b;c")
line("contradiction", mac(key("INDEX:CONTRADICTION"), parts(identity, b"F"))[:16])

client = expand(key("PSEUDONYME"), b"bal/1/id\0" + b"lba")
block = mac(client, b"bal/1/type\0", b"Contrat")[:8] + struct.pack(">Q", 42)
aes = Cipher(algorithms.AES(client), modes.ECB()).encryptor()
line("id", b64(b"\x01" + aes.update(block) + aes.finalize()))
at = 1_750_000_000_000
daily = expand(key("PSEUDONYME"), f"bal/1/curseur/{at // 86_400_000}\0lba".encode())
head = struct.pack(">BQ", 1, at)
line("curseur", b64(head + NONCE + AESGCM(daily).encrypt(NONCE, b"page 2", head + b"lien")))
