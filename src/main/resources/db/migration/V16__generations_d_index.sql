-- Jobs that make blind indexes anew under a new generation. apres: the last record that is done, moved with the batch itself.
create table rotation_index (
    id bigint generated always as identity primary key,
    generation int not null unique,
    etat text not null check (etat in ('EN_ATTENTE', 'EN_COURS', 'TERMINEE', 'ECHOUEE')),
    -- why it waits or failed
    motif text,
    apres bigint not null default 0,
    total bigint not null default 0,
    faits bigint not null default 0,
    -- records that did not open in the pass under way, or in the last one
    illisibles bigint not null default 0,
    demandee_le timestamptz not null,
    commencee_le timestamptz,
    terminee_le timestamptz,
    retiree_le timestamptz,
    -- rows of the former generations are gone
    purgee_le timestamptz,
    -- count of rows by table, kind and generation, as it was signed
    preuve text,
    cle text,
    signature bytea
);
create unique index rotation_index_en_cours on rotation_index ((true)) where etat in ('EN_ATTENTE', 'EN_COURS');
-- The generation that made the digest of a row.
alter table quarantaine add column generation smallint not null default 1;
alter table ingestion_rejet add column generation smallint not null default 1;
