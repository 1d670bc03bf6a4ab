-- The OPCO of a company, as a public directory said it (domain.md §3.1). Nothing personal: a company's number and a public code.
create table opco_d_entreprise (
    siret text primary key,
    opco text not null,
    source text not null,
    vu_le timestamptz not null,
    expire_le timestamptz not null
);
create index on opco_d_entreprise (expire_le);
