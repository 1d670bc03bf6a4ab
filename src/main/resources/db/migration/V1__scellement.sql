-- Wrapped keys. genre: a class (IDENTITE…), INDEX:<kind>, PSEUDONYME.
create table cle (
    genre text not null,
    version int not null,
    enveloppe bytea not null,
    creee_le timestamptz not null default now(),
    primary key (genre, version)
);
create table epoque (
    numero int primary key,
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
