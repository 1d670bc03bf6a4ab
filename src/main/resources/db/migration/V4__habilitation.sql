-- Moves with every change. Who changes takes pg_advisory_xact_lock(hashtext('bal.habilitation.revision')) before moving it; who writes the
-- journal takes the shared form of the same lock, then compares: no entry stands for a revision that is not current.
create table habilitation_revision (
    id smallint primary key check (id = 1),
    revision bigint not null
);
insert into habilitation_revision values (1, 0);
-- Files that were taken; of two the higher version holds.
create table habilitation_fichier (
    version bigint primary key check (version >= 0),
    empreinte text not null,
    charge_le timestamptz not null default now()
);
-- A change closes a row and opens another: nothing is overwritten. Current: fermee_le is null.
create table client_habilite (
    numero bigint generated always as identity primary key,
    id text not null,
    nom text not null,
    finalite text,
    ouverte_le timestamptz not null default now(),
    ouverte_par text not null,
    ouverte_motif text not null,
    fermee_le timestamptz,
    fermee_par text,
    fermee_motif text
);
create unique index on client_habilite (id) where fermee_le is null;
create table habilitation (
    numero bigint generated always as identity primary key,
    id text not null,
    client text not null,
    finalite text not null,
    -- the text as it stood when granted
    base_legale text not null,
    accordee_par text not null,
    du date not null,
    au date not null,
    -- null sets no bound, an empty array reaches no row
    regions text[], academies text[], departements text[], organismes text[],
    sirens text[], opcos text[], sources text[], statuts text[],
    origine text not null check (origine in ('FICHIER', 'MUTATION')),
    -- of the file's entry as it is written: an entry that did not change keeps what it granted on the day it was granted
    empreinte text,
    ouverte_le timestamptz not null default now(),
    ouverte_par text not null,
    ouverte_motif text not null,
    fermee_le timestamptz,
    fermee_par text,
    fermee_motif text,
    check (au >= du)
);
create unique index on habilitation (id) where fermee_le is null;
create table habilitation_droit (
    habilitation bigint not null references habilitation (numero),
    coordonnee text not null,
    acces text[] not null,
    masque text not null,
    primary key (habilitation, coordonnee)
);
-- A revoked id never comes back: kept for ever, whatever a file lists.
create table habilitation_revoquee (
    id text primary key,
    motif text not null,
    par text not null,
    revoquee_le timestamptz not null default now()
);
