-- Files that an administrator handed in, until a run has read them: sealed as they came, piece by piece, under a secret of their own. An incomplete one
-- is one whose sender or receiver went; nobody reads it.
create table depot (
    enregistrement bigint primary key,
    connecteur text not null,
    recu_le timestamptz not null,
    octets bigint not null default 0,
    complet boolean not null default false
);
create index on depot (connecteur, enregistrement) where complet;
create index on depot (recu_le);
create table depot_morceau (
    enregistrement bigint not null,
    rang int not null,
    contenu bytea not null,
    primary key (enregistrement, rang)
);
