-- Wrapped keys. genre: a class (IDENTITE…), INDEX:<kind>, PSEUDONYME. New values go under the newest version that is active: it is written
-- ahead of active_le, so that every replica knows it before one uses it. regles: version of the folding rules that a generation of blind
-- indexes goes with, 0 for the other keys. A retired version serves nobody.
create table cle (
    genre text not null,
    version int not null check (version > 0),
    enveloppe bytea not null,
    regles int not null default 0,
    creee_le timestamptz not null default now(),
    active_le timestamptz not null default now(),
    retiree_le timestamptz,
    primary key (genre, version)
);
-- Epoch keys, wrapped. ouverte_le: from when new secrets go under it, announced ahead like active_le.
create table epoque (
    numero int primary key check (numero > 0),
    enveloppe bytea not null,
    ouverte_le timestamptz not null default now(),
    detruite_le timestamptz
);
-- One random secret per record, wrapped under an epoch's key. While epochs turn, a record may stand in two of them.
create table secret (
    enregistrement bigint not null,
    epoque int not null,
    enveloppe bytea not null,
    primary key (enregistrement, epoque)
) partition by list (epoque);
-- The first epoch's; the role that serves may not create any.
create table secret_1 partition of secret for values in (1);
create sequence enregistrement_seq;
-- Blind indexes: equality of folded values, and nothing else.
create table index_aveugle (
    genre smallint not null,
    generation smallint not null,
    empreinte bytea not null,
    enregistrement bigint not null,
    primary key (genre, generation, empreinte, enregistrement)
);
create index on index_aveugle (enregistrement);
