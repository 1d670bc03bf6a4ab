create sequence personne_seq;
-- What one record states of a human being. etat_du and source are those of the record.
create table identite (
    enregistrement bigint primary key,
    personne bigint not null,
    source text not null,
    etat_du timestamptz not null,
    nom bytea, prenoms bytea, date_naissance bytea, sexe bytea, departement_naissance bytea,
    ine bytea, courriels bytea, telephones bytea, adresse bytea,
    nationalite bytea, handicap bytea, representants bytea
);
create index on identite (personne, etat_du desc, enregistrement desc);
-- Matching: one row per rule (GenreIndex) that applies to a record; sexe and departement are digests keyed by the identity.
create table rapprochement (
    genre smallint not null,
    generation smallint not null,
    empreinte bytea not null,
    enregistrement bigint not null,
    sexe bytea,
    departement bytea,
    -- whether the record states one first name alone (IDENTITE_PREMIER_PRENOM asks)
    prenom_unique boolean not null,
    primary key (genre, generation, empreinte, enregistrement)
);
create index on rapprochement (enregistrement);
-- The id of a person whose records all went to another answers for that one.
create table personne_fusionnee (
    ancienne bigint primary key,
    survivante bigint not null
);

create table contrat (
    id bigint primary key,
    source text not null,
    -- subject token of the record in the journal
    jeton uuid not null default gen_random_uuid(),
    etat_du timestamptz not null,
    modifie_le timestamptz not null,
    premiere_vue timestamptz not null,
    derniere_vue timestamptz not null,
    expire_le date,
    -- newest day of each extract
    jour_lba date,
    jour_tba date,
    numero bytea, type int, dispositif text, statut text,
    date_conclusion date, date_debut date, date_fin date, date_fin_reelle date,
    numero_avenant text, date_effet_avenant date,
    date_rupture date, motif_rupture bytea, date_signalement_rupture date, commentaire_rupture bytea,
    derniere_classe bytea, date_debut_formation date, date_fin_formation date,
    intitule_formation text, type_diplome text, cfd text, rncp text,
    employeur_siret text, employeur_siren text, employeur_denomination text, employeur_naf text, employeur_idcc text,
    employeur_opco text, employeur_effectif int, employeur_type int, employeur_code_postal text,
    employeur_courriel bytea, employeur_telephone bytea,
    formation_siret text, responsable_siret text, responsable_uai text,
    -- copies of the organisme's territory, made anew when the référentiel loads
    region text, academie text, departement text,
    -- key of the order by start: an unknown start is after all others
    debut_tri date not null generated always as (coalesce(date_debut, date '9999-12-31')) stored
);
-- What must be unique over records stands apart, so that contrat can be sharded by id.
create table contrat_cle (
    generation smallint not null,
    empreinte bytea not null,
    enregistrement bigint not null,
    primary key (generation, empreinte)
);
create index on contrat_cle (enregistrement);
-- Keyset indexes: each key of a perimeter in each order (by id; by start, unknown last).
create index on contrat (debut_tri, id);
create index on contrat (region, id);
create index on contrat (region, debut_tri, id);
create index on contrat (academie, id);
create index on contrat (academie, debut_tri, id);
create index on contrat (departement, id);
create index on contrat (departement, debut_tri, id);
create index on contrat (formation_siret, id);
create index on contrat (formation_siret, debut_tri, id);
create index on contrat (responsable_siret, id);
create index on contrat (responsable_siret, debut_tri, id);
create index on contrat (employeur_siren, id);
create index on contrat (employeur_siren, debut_tri, id);
create index on contrat (employeur_opco, id);
create index on contrat (employeur_opco, debut_tri, id);
create index on contrat (source, id);
create index on contrat (source, debut_tri, id);
create index on contrat (employeur_siret, id);
create index on contrat (employeur_siret, debut_tri, id);
create index on contrat (cfd);
create index on contrat (modifie_le, id);
create table changement (
    enregistrement bigint not null,
    numero bigint generated always as identity,
    champ text not null,
    le timestamptz not null,
    avant bytea, apres bytea,
    avant_clair text, apres_clair text,
    primary key (enregistrement, numero)
);
