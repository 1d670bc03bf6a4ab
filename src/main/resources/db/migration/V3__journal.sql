-- Disclosures. A schema of its own: what serves has no right in it, what appends cannot read, what reads cannot write.
-- Roles (made by the operator, or by the embedded starter): bal_journal appends, bal_lecteur_journal reads. The owner migrates.
create schema journal;

create table journal.entree (
    id uuid not null,
    -- UTC months are the partitions
    le timestamptz not null,
    -- version of the canonical form that empreinte is over
    forme smallint not null,
    client text not null check (char_length(client) between 1 and 200),
    agent text check (char_length(agent) between 1 and 200),
    finalite text check (char_length(finalite) between 1 and 200),
    habilitations text[] not null,
    empreinte_operation bytea not null check (octet_length(empreinte_operation) = 32),
    operation text check (char_length(operation) between 1 and 200),
    coordonnees text[] not null,
    recherches text[] not null,
    revision bigint not null,
    -- tokens of the records, on the entry itself: one row is what is hashed, written and dropped
    sujets uuid[] not null,
    empreinte bytea not null check (octet_length(empreinte) = 32),
    primary key (id, le)
) partition by range (le);
-- Who saw this record. A short pending list: no writer pays for a long one, no reader walks through it.
create index on journal.entree using gin (sujets) with (gin_pending_list_limit = 256);
-- Whom a client saw between two moments.
create index on journal.entree (client, le);

-- Makes the months from this one to the second next, and returns how many were missing. A month is made beside the table and then attached:
-- PARTITION OF would lock out every reader and writer of the journal.
create function journal.prepare_partitions() returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    debut timestamp;
    nom text;
    faites int := 0;
begin
    perform set_config('lock_timeout', '2s', true);
    perform pg_advisory_xact_lock(hashtext('bal.journal.partitions'));
    for i in 0..2 loop
        debut := date_trunc('month', now() at time zone 'UTC') + make_interval(months => i);
        nom := 'entree_' || to_char(debut, 'YYYY_MM');
        continue when exists (
            select from pg_inherits h where h.inhparent = 'journal.entree'::regclass and h.inhrelid = to_regclass('journal.' || nom));
        if to_regclass('journal.' || nom) is null then
            execute format('create table journal.%I (like journal.entree including all)', nom);
        end if;
        execute format('alter table journal.entree attach partition journal.%I for values from (%L) to (%L)',
            nom, to_char(debut, 'YYYY-MM-DD') || ' 00:00:00+00',
            to_char(debut + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
        faites := faites + 1;
    end loop;
    return faites;
end $$;

-- Appends one entry, if the habilitations are still at its revision; false: they have moved. Calls of one transaction share its commit.
-- A revocation holds the exclusive form of the lock until it commits, so no entry of an older revision commits after it: the revision is
-- read by a statement that starts once the lock is held, hence READ COMMITTED.
create function journal.inscris(
    p_attente_ms int, p_id uuid, p_le timestamptz, p_forme smallint, p_client text, p_agent text, p_finalite text, p_habilitations text[],
    p_empreinte_operation bytea, p_operation text, p_coordonnees text[], p_recherches text[], p_revision bigint, p_sujets uuid[],
    p_empreinte bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    courante bigint;
    reglage text;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'journal.inscris: READ COMMITTED' using errcode = 'invalid_transaction_state';
    end if;
    reglage := set_config('lock_timeout', p_attente_ms::text, true);
    -- whatever the server's default: an entry that was answered for is on disk
    if current_setting('synchronous_commit') not in ('on', 'remote_apply') then
        reglage := set_config('synchronous_commit', 'on', true);
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('bal.habilitation.revision'));
    select h.revision into strict courante from public.habilitation_revision h where h.id = 1;
    if courante <> p_revision then
        return false;
    end if;
    insert into journal.entree (
        id, le, forme, client, agent, finalite, habilitations, empreinte_operation, operation, coordonnees, recherches, revision, sujets,
        empreinte)
    values (
        p_id, p_le, p_forme, p_client, p_agent, p_finalite, p_habilitations, p_empreinte_operation, p_operation, p_coordonnees,
        p_recherches, p_revision, p_sujets, p_empreinte);
    return true;
end $$;

-- Could an entry be written now? Takes the locks that writing takes, and writes nothing. Empty: yes; else why not.
create function journal.empechement(p_attente_ms int) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    reglage text;
begin
    reglage := set_config('lock_timeout', p_attente_ms::text, true);
    if pg_is_in_recovery() or current_setting('transaction_read_only')::boolean then
        return 'LECTURE_SEULE';
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('bal.habilitation.revision'));
    if not exists (select from public.habilitation_revision h where h.id = 1) then
        return 'REVISION_ABSENTE';
    end if;
    lock table journal.entree in row exclusive mode;
    if not exists (
        select from pg_inherits h where h.inhparent = 'journal.entree'::regclass
        and h.inhrelid = to_regclass('journal.entree_' || to_char(now() at time zone 'UTC', 'YYYY_MM'))) then
        return 'PARTITION_ABSENTE';
    end if;
    return '';
end $$;

select journal.prepare_partitions();

revoke all on all functions in schema journal from public;
grant usage on schema journal to bal_journal, bal_lecteur_journal;
grant execute on function journal.prepare_partitions() to bal_journal;
grant execute on function journal.inscris(
    int, uuid, timestamptz, smallint, text, text, text, text[], bytea, text, text[], text[], bigint, uuid[], bytea) to bal_journal;
grant execute on function journal.empechement(int) to bal_journal;
grant select on journal.entree to bal_lecteur_journal;
