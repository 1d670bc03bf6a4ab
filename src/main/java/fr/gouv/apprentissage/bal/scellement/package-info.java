/**
 * Sealing: what a personal value is from the moment it is read from its source until an habilitation opens it. A room of its own, and one
 * package, because what holds a key or a clear value is visible inside of it alone: the rest of the house handles {@code Sealed}.
 *
 * <h2>Keys</h2>
 *
 * <pre>
 * master keys, at the holder            wrap                          serve
 * bal-identite … bal-sensible    →  class keys (table cle)        →  HKDF-Expand(class key, label ‖ record secret):
 *                                                                    one AES key and one digest key per record and class
 * bal-secrets                    →  epoch keys (table epoque)     →  AES-256-GCM: record secrets (table secret)
 * bal-index                      →  index keys, one per kind      →  HMAC-SHA-256, cut to 16 bytes
 * bal-index                      →  key of the marks (SUPPRESSION) →  HMAC-SHA-256, cut to 16 bytes
 * bal-pseudonyme                 →  pseudonym keys                →  HKDF-Expand(key, label ‖ client): ids, cursors
 * </pre>
 *
 * A master key never enters the process; what it wraps is asked of the {@link fr.gouv.apprentissage.bal.scellement.KeyHolder} at start and at
 * each refresh, never per value. Unwrapped keys live in the {@code Trousseau} for {@code bal.scellement.duree-en-memoire}; the holder out of
 * reach, for {@code bal.scellement.autonomie} from the first refresh that failed; refused, not at all. To let go of a key is to let go of the
 * {@code Moteurs} that hold it. Each key stands alone: a class that was not given does not open, the others do.
 *
 * <p>The newest active version of a key serves new values, older ones still open old values. Tables are read again every 30 s, so a new version
 * is announced (written with a later {@code active_le}, {@code ouverte_le}) at least a minute ahead, and an unknown version on a stored value
 * is damage, or a value put back from before that version's retirement.
 *
 * <p>A class key turns by a new version ({@code VersionsDeCles}). A transaction that writes sealed values joins first ({@code rejoins}), so that
 * once a version is imposed nothing goes under an older one; a table where sealed values stand is a {@code LieuScelle}, so that what stands
 * under the older ones is found and sealed again; and who copies stored values brings them under the version in use first. Digests of two
 * versions say nothing of each other.
 *
 * <p>HKDF is RFC 5869's Expand of one block, HMAC(key, info ‖ 0x01); Extract is left out, the keys being uniform. Labels are ASCII and end
 * with a zero byte: {@code bal/1/cle}, {@code bal/1/empreinte}, {@code bal/1/id}, {@code bal/1/curseur/<epoch day>}; {@code bal/1/type} is
 * the label of an HMAC.
 *
 * <h2>A stored value, format 1</h2>
 *
 * Numbers are big-endian.
 *
 * <pre>
 * bytes     what
 * 0         1, version of the format
 * 1–4       version of the class key
 * 5–12      digest: HMAC-SHA-256(digest key, field number (2 bytes) ‖ clear bytes), its first 8 bytes
 * 13–24     nonce, random
 * 25–       AES-256-GCM ciphertext, as long as the clear bytes
 * last 16   tag
 *
 * associated data: format (1) ‖ field number (2) ‖ record id (8) ‖ class key version (4) ‖ digest (8)
 * </pre>
 *
 * The clear bytes are the type's one canonical form ({@link fr.gouv.apprentissage.bal.scellement.Canoniques}). A value moved to another
 * field, record or class does not open; an older value of the same field and record, put back in its place, does. The digest tells equal values
 * of one field of one record, to find changes without opening; across records it tells nothing, its key being made of the record's secret.
 *
 * <h2>A record's secret</h2>
 *
 * <pre>
 * 0–11      nonce, random
 * 12–59     AES-256-GCM under the epoch key: 32 bytes of ciphertext, 16 of tag
 *
 * associated data: epoch (4) ‖ record id (8)
 * </pre>
 *
 * <h2>Blind indexes, ids and cursors</h2>
 *
 * <pre>
 * index     HMAC-SHA-256(key of the kind, parts)[0..16), each part folded, preceded by its length (4; -1 when absent)
 * mark      HMAC-SHA-256(key, kind (1) ‖ parts)[0..16), parts as in an index; never turned together with the indexes
 * id        base64url( key version (1) ‖ AES-256(client key, type mark (8) ‖ internal id (8)) )
 *           type mark: HMAC-SHA-256(client key, "bal/1/type\0" ‖ type), its first 8 bytes
 * cursor    base64url( key version (1) ‖ made at, epoch ms (8) ‖ nonce (12) ‖ AES-256-GCM of the position ‖ tag (16) )
 *           associated data: the first 9 bytes ‖ binding
 * </pre>
 *
 * Golden files in the tests ({@code scellement/v1.txt}), written by a second implementation, hold all of these as they are.
 */
package fr.gouv.apprentissage.bal.scellement;
