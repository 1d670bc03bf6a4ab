# Politique de l'identité qui tourne les époques, à part de celle du processus qui sert : ce droit peut tout détruire.
# Elle porte sur bal-secrets seulement : nouvelle version, plus petite version utilisable, destruction définitive (trim).
# Elle ne lit, ne déballe, ne signe et ne supprime rien, et ne connaît aucune autre clé.
path "transit/keys/bal-secrets" { capabilities = ["read"] }
path "transit/keys/bal-secrets/rotate" { capabilities = ["update"] }
# « config » ne peut poser que ces deux bornes : ni exportation, ni sauvegarde en clair, ni suppression de la clé.
path "transit/keys/bal-secrets/config" {
  capabilities = ["update"]
  allowed_parameters = {
    "min_decryption_version" = []
    "min_encryption_version" = []
  }
}
path "transit/keys/bal-secrets/trim" { capabilities = ["update"] }

# Son propre jeton.
path "auth/token/lookup-self" { capabilities = ["read"] }
path "auth/token/renew-self" { capabilities = ["update"] }
