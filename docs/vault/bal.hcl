# Politique du processus qui sert. Elle permet ce qu'il fait et rien d'autre : PolitiqueTest la tient exacte.
# « transit » est bal.scellement.vault.moteur, « secret » le moteur KV version 2 (quarkus.vault.kv-secret-engine-mount-path).
# Pour qu'un processus ne connaisse pas une classe, retirez-lui les trois lignes de cette classe : il sert les autres.
# Le processus ne crée, ne lit, n'exporte, ne tourne, ne configure et ne supprime aucune clé ; l'exploitant le fait.

# Classes de clés : en faire faire une nouvelle (elle sort enveloppée), la déballer, l'envelopper sous une version plus récente.
path "transit/datakey/wrapped/bal-identite" { capabilities = ["update"] }
path "transit/decrypt/bal-identite" { capabilities = ["update"] }
path "transit/rewrap/bal-identite" { capabilities = ["update"] }

path "transit/datakey/wrapped/bal-identifiant" { capabilities = ["update"] }
path "transit/decrypt/bal-identifiant" { capabilities = ["update"] }
path "transit/rewrap/bal-identifiant" { capabilities = ["update"] }

path "transit/datakey/wrapped/bal-contact" { capabilities = ["update"] }
path "transit/decrypt/bal-contact" { capabilities = ["update"] }
path "transit/rewrap/bal-contact" { capabilities = ["update"] }

path "transit/datakey/wrapped/bal-parcours" { capabilities = ["update"] }
path "transit/decrypt/bal-parcours" { capabilities = ["update"] }
path "transit/rewrap/bal-parcours" { capabilities = ["update"] }

path "transit/datakey/wrapped/bal-sensible" { capabilities = ["update"] }
path "transit/decrypt/bal-sensible" { capabilities = ["update"] }
path "transit/rewrap/bal-sensible" { capabilities = ["update"] }

# Index aveugles ; identifiants et curseurs.
path "transit/datakey/wrapped/bal-index" { capabilities = ["update"] }
path "transit/decrypt/bal-index" { capabilities = ["update"] }
path "transit/rewrap/bal-index" { capabilities = ["update"] }

path "transit/datakey/wrapped/bal-pseudonyme" { capabilities = ["update"] }
path "transit/decrypt/bal-pseudonyme" { capabilities = ["update"] }
path "transit/rewrap/bal-pseudonyme" { capabilities = ["update"] }

# Époques : pas de « rewrap ». La clé d'une époque reste sous sa propre version de bal-secrets, qui est détruite avec elle.
path "transit/datakey/wrapped/bal-secrets" { capabilities = ["update"] }
path "transit/decrypt/bal-secrets" { capabilities = ["update"] }

# Jalons du journal : signer, et lire la clé publique.
path "transit/sign/bal-journal" { capabilities = ["update"] }
path "transit/keys/bal-journal" { capabilities = ["read"] }

# Secrets de configuration : un seul chemin (quarkus.vault.secret-config-kv-path=bal).
path "secret/data/bal" { capabilities = ["read"] }

# Son propre jeton.
path "auth/token/lookup-self" { capabilities = ["read"] }
path "auth/token/renew-self" { capabilities = ["update"] }
