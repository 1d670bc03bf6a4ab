-- Somebody asked for its end: whoever runs it stops at its next page or lot.
alter table execution add column annulation boolean not null default false;
-- What a run of facts has read of each part. A part whose end is not noted is read again: its facts stay, its counts begin anew but for what was
-- created and changed, which happens once.
create table execution_part (
    execution bigint not null references execution on delete cascade,
    part text not null,
    crees bigint not null default 0,
    modifies bigint not null default 0,
    terminee_le timestamptz,
    primary key (execution, part)
);
-- Up to when each schedule was served, by the wall clock of its zone: an hour that a change of the hour skips or repeats makes one run.
create table planification (
    connecteur text primary key,
    servie_le timestamp not null
);
-- Where rows of a run did not look as the contract of their source says. formes: shapes, never values.
create table execution_derive (
    execution bigint not null references execution on delete cascade,
    champ text not null,
    nature text not null check (nature in ('NOUVEAU', 'ABSENT', 'RETYPE')),
    nombre bigint not null,
    formes text[] not null,
    primary key (execution, champ, nature)
);
-- The same of a page, until its day is merged.
alter table ingestion_page add column derives jsonb not null default '[]';
-- Where the source had the row; null for those that came before this migration.
alter table quarantaine add column page int, add column rang int;
create index on quarantaine (source, motif);
create index on quarantaine (recue_le);
