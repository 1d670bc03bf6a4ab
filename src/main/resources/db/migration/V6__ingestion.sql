-- Where each pulled source stands: the last day whose rows are merged.
create table curseur (
    connecteur text primary key,
    jour date not null
);
-- What runs once in the cluster. jeton grows with each holder, so that one who lost it can tell.
create table bail (
    nom text primary key,
    titulaire text not null,
    jeton bigint not null,
    battu_le timestamptz not null,
    expire_le timestamptz not null
);
-- Runs. du and au are settled when the run starts; jour is the last day merged. Counts move with the merge of a day, in its transaction.
create table execution (
    id bigint generated always as identity primary key,
    connecteur text not null,
    etat text not null check (etat in ('EN_ATTENTE', 'EN_COURS', 'TERMINEE', 'ECHOUEE', 'ANNULEE')),
    relecture boolean not null,
    demandee_le timestamptz not null,
    commence_le timestamptz,
    termine_le timestamptz,
    du date,
    au date,
    jour date,
    lus bigint not null default 0,
    crees bigint not null default 0,
    modifies bigint not null default 0,
    inchanges bigint not null default 0,
    rejetes bigint not null default 0,
    erreur text
);
create index on execution (connecteur, id desc);
-- Two replicas whose clocks strike together make one run.
create unique index execution_planifiee on execution (connecteur)
    where not relecture and etat in ('EN_ATTENTE', 'EN_COURS');
create table execution_signalement (
    execution bigint not null references execution on delete cascade,
    motif text not null,
    nombre bigint not null,
    primary key (execution, motif)
);
-- Staging, sealed. Unlogged: after a crash of the server all three are empty together, and the day is read again.
create unlogged table ingestion_page (
    source text not null,
    jour date not null,
    extrait smallint not null,
    page int not null,
    pages int not null,
    execution bigint not null,
    lus bigint not null,
    signalements text[] not null,
    nombres bigint[] not null,
    primary key (source, jour, extrait, page)
);
create unlogged table ingestion_ligne (
    source text not null,
    jour date not null,
    extrait smallint not null,
    page int not null,
    rang int not null,
    enregistrement bigint not null,
    contenu bytea not null,
    primary key (source, jour, extrait, page, rang)
);
create index on ingestion_ligne (source, jour, enregistrement);
create unlogged table ingestion_rejet (
    source text not null,
    jour date not null,
    extrait smallint not null,
    page int not null,
    rang int not null,
    enregistrement bigint not null,
    motif text not null,
    empreinte bytea not null,
    contenu bytea not null,
    primary key (source, jour, extrait, page, rang)
);
-- Rows that could not be identified: whole, sealed under a record of their own.
create table quarantaine (
    enregistrement bigint primary key,
    source text not null,
    extrait text not null,
    jour date not null,
    empreinte bytea not null,
    motif text not null,
    recue_le timestamptz not null,
    contenu bytea not null,
    unique (source, extrait, jour, empreinte)
);
-- What the other extract of the same day said and was not kept: a later reading of that day needs it to be exact.
create table contrat_ecarte (
    enregistrement bigint not null,
    colonne text not null,
    extrait smallint not null,
    scelle bytea,
    clair text,
    -- blind indexes of the value: FormatDeStaging
    empreintes bytea not null,
    primary key (enregistrement, colonne, extrait)
);
