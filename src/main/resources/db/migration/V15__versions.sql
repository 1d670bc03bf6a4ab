-- The version of the schema, for the role that serves, which may not read Flyway's own table. The limit keeps the view from being written through.
create view version_du_schema as
select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1;
-- Processes that share this database: what each reads, and when it last said so. lit: {"name of a format": newest version}.
create table processus (
    id uuid primary key,
    demarre_le timestamptz not null default clock_timestamp(),
    vu_le timestamptz not null default clock_timestamp(),
    lit jsonb not null
);
-- In which version a stored format may be written; one that does not stand here is at version 1. Never lowered: values of that version exist.
create table format_ecrit (
    nom text primary key,
    version int not null check (version > 1),
    depuis timestamptz not null default clock_timestamp()
);
revoke delete, truncate on format_ecrit from bal_service;
