-- When an offer of apprenticeship stood at France Travail, for the measures of impact. Nothing of a person: no title, no text, no name, no address.
create table offre (
    id text primary key,
    -- null where the offer does not name its establishment
    siret text,
    departement text not null,
    nature_contrat text,
    date_creation timestamptz,
    date_actualisation timestamptz,
    premiere_vue timestamptz not null,
    derniere_vue timestamptz not null,
    -- the day on which a whole reading of its département no longer found it; null while it stands
    disparue_le date,
    -- the reading that saw it last: whether an offer is gone is asked of this number and not of a clock
    lecture bigint not null
);
create index on offre (departement, lecture) where disparue_le is null;
create index on offre (siret, date_creation) where siret is not null;
create index on offre (coalesce(disparue_le, date '9999-12-31'), derniere_vue);
create sequence offre_lecture_seq;
