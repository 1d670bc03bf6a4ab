-- Documents that are registered for a client. A row is never changed but to retire it: what the journal names by an operation's name can
-- always be read again.
create table operation_enregistree (
    numero bigint generated always as identity primary key,
    client text not null,
    -- SHA-256 of the document's text in UTF-8
    empreinte text not null check (empreinte ~ '^[0-9a-f]{64}$'),
    -- of its one operation
    nom text not null,
    document text not null,
    origine text not null check (origine in ('FICHIER', 'MUTATION')),
    enregistree_le timestamptz not null,
    enregistree_par text not null,
    retiree_le timestamptz,
    retiree_par text,
    -- by hand: the manifest does not bring it back
    retrait text check (retrait in ('FICHIER', 'MUTATION')),
    check ((retiree_le is null) = (retiree_par is null) and (retiree_le is null) = (retrait is null))
);
create unique index operation_enregistree_en_vigueur on operation_enregistree (client, empreinte) where retiree_le is null;
create index operation_enregistree_client on operation_enregistree (client, empreinte);
revoke delete on operation_enregistree from bal_service;
