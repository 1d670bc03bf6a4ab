-- Which address or mail domain was seen with which establishment, or with which company where the source names no establishment, and by whom.
-- The address is found by index_aveugle (kind COURRIEL). What a live question found is a record of its own beside what a source stated.
create table contact (
    enregistrement bigint primary key,
    siren text not null,
    siret text,
    courriel bytea,
    -- in clear only where it is a company's
    domaine text,
    source text not null,
    questionne boolean not null,
    premiere_vue timestamptz not null,
    derniere_vue timestamptz not null,
    -- last day on which it may be trusted
    expire_le date not null,
    -- the one thing that it is said of
    lieu text not null generated always as (coalesce(siret, siren)) stored,
    check (courriel is not null or domaine is not null),
    check (siret is null or siret like siren || '%')
);
create index on contact (lieu, source);
create index on contact (siren, domaine);
create index on contact (expire_le);
