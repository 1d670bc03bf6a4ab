-- Two persons grant: a version that is proposed and that nobody has opened yet has ouverte_le null. ouverte_motif says why it was proposed.
alter table habilitation
    alter column ouverte_le drop not null,
    alter column ouverte_le drop default,
    alter column ouverte_par drop not null,
    add column proposee_le timestamptz not null default now(),
    -- who proposed by hand; null: a file
    add column proposee_par text,
    add check ((ouverte_le is null) = (ouverte_par is null)),
    add check (origine = 'FICHIER' or proposee_par is not null);
drop index habilitation_id_idx;
create unique index habilitation_ouverte on habilitation (id) where ouverte_le is not null and fermee_le is null;
create unique index habilitation_proposee on habilitation (id) where ouverte_le is null and fermee_le is null;

alter table client_habilite
    add column origine text not null default 'FICHIER' check (origine in ('FICHIER', 'MUTATION'));
-- What of a client's rights is suspended: all of it (classe is null), or a class of personal data. In force: reprise_le is null.
create table client_suspension (
    numero bigint generated always as identity primary key,
    client text not null,
    classe text,
    suspendue_le timestamptz not null default now(),
    suspendue_par text not null,
    suspendue_motif text not null,
    reprise_le timestamptz,
    reprise_par text,
    reprise_motif text
);
create unique index on client_suspension (client, coalesce(classe, '')) where reprise_le is null;
