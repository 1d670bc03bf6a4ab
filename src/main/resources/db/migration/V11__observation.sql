-- What clients ask for: the document without literals, aliases and names, and the rights that it needs. Nothing here is a value of a record.
create table operation_observee (
    client text not null,
    finalite text not null,
    -- SHA-256 of the document with its literals taken out, as the journal has it
    empreinte bytea not null,
    texte text not null,
    -- Type.champ, or Type.champ ACCES where it is not LIRE
    besoins text[] not null,
    premiere_vue timestamptz not null,
    derniere_vue timestamptz not null,
    nombre bigint not null,
    primary key (client, finalite, empreinte)
);
create index on operation_observee (client, derniere_vue);
create index on operation_observee (derniere_vue);
-- The last day on which a right of an habilitation served.
create table habilitation_usage (
    habilitation text not null,
    coordonnee text not null,
    dernier_jour date not null,
    primary key (habilitation, coordonnee)
);
create index on habilitation_usage (dernier_jour);
-- Before this day nothing was observed: what was not seen then may have been used.
create table observation_depuis (
    id smallint primary key check (id = 1),
    jour date not null
);
insert into observation_depuis values (1, (now() at time zone 'Europe/Paris')::date);
