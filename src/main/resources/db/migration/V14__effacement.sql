-- Erasures that were carried out. Names nobody: ids of records that are gone, and what signs them. Beside it, outside the database, the list of
-- erasures says the same (docs/effacement.md).
create table effacement (
    id uuid primary key,
    le timestamptz not null,
    enregistrements bigint[] not null,
    -- subject tokens of those records in the journal; null for a record that had none
    jetons uuid[] not null,
    -- keyed digest of the reason, which may name somebody
    motif bytea not null,
    -- last day of the marks
    fin date not null,
    -- SHA-256 over the marks, which go when they end
    marques bytea not null,
    cle text not null,
    signature bytea not null,
    check (cardinality(enregistrements) = cardinality(jetons))
);
revoke update, delete, truncate on effacement from bal_service;
-- Marks of suppression: keyed hashes of who was erased, so that an extract does not bring them back.
create table suppression (
    effacement uuid not null references effacement,
    rang int not null,
    -- GenreMarque
    genre smallint not null,
    -- of the key SUPPRESSION
    version int not null,
    empreinte bytea not null,
    sexe bytea,
    departement bytea,
    fin date not null,
    primary key (effacement, rang)
);
create index on suppression (genre, version, empreinte);
create index on suppression (fin);
revoke update, truncate on suppression from bal_service;
-- By what a quarantined row is found without opening it, as far as it could be read: the same marks.
create table quarantaine_marque (
    enregistrement bigint not null,
    genre smallint not null,
    version int not null,
    empreinte bytea not null,
    sexe bytea,
    departement bytea,
    primary key (genre, version, empreinte, enregistrement)
);
create index on quarantaine_marque (enregistrement);
alter table ingestion_rejet
    add column genres smallint[] not null default '{}',
    add column versions int[] not null default '{}',
    add column empreintes bytea[] not null default '{}',
    add column sexes bytea[] not null default '{}',
    add column departements bytea[] not null default '{}';
-- After a restore the sequence stands where it stood: ids of erased records must not become those of other people's. Called before anything
-- reserves an id.
create function passe_enregistrements(p_dernier bigint) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform setval('public.enregistrement_seq', p_dernier)
    from public.enregistrement_seq s where s.last_value < p_dernier;
end $$;
