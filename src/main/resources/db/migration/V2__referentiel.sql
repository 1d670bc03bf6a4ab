-- Public nomenclatures, replaced as a whole by each load. cle is the SIRET, or the UAI of who has none: the order of the lists.
create table organisme (
    cle text collate "C" primary key,
    siret text unique,
    uai text,
    raison_sociale text,
    enseigne text,
    nature text not null,
    qualiopi boolean,
    adresse_voie text,
    adresse_code_postal text,
    adresse_commune text,
    adresse_code_commune text,
    adresse_departement text,
    -- codes of the territories, null when the place is not known
    departement text,
    academie text,
    region text,
    -- stands in the référentiel itself, not only in the list of training centres
    du_referentiel boolean not null,
    -- its words folded: what criterion texte looks through
    recherche text not null,
    check (cle = coalesce(siret, uai))
);
create index on organisme (uai);
create index on organisme (region, cle);
create index on organisme (academie, cle);
create index on organisme (departement, cle);
-- Of several organismes that bear one UAI, the one that answers for it: of the référentiel before others, responsable before
-- formateur, then the lowest SIRET. Made by each load.
create table organisme_par_uai (
    uai text primary key,
    organisme text collate "C" not null references organisme (cle) on delete cascade
);
create index on organisme_par_uai (organisme);

create table certification (
    cle text collate "C" primary key,
    cfd text unique,
    rncp text,
    intitule text,
    -- French framework, 1 to 8
    niveau int,
    ouverture date,
    fermeture date,
    check (cle = coalesce(cfd, rncp))
);
create index on certification (rncp);
-- Of several diplomas under one RNCP: an open one before a closed one, the newest, then the lowest CFD.
create table certification_par_rncp (
    rncp text primary key,
    certification text collate "C" not null references certification (cle) on delete cascade
);
create index on certification_par_rncp (certification);
