-- Each entry carries the digest of the one before it, in a chain per life of a process: what is taken out, put in or altered afterwards shows.
alter table journal.entree
    -- bounds of the agent behind the client, as a canonical text; null: none
    add column perimetre text check (char_length(perimetre) between 1 and 10000),
    add column personnes int check (personnes >= 0),
    add column chaine uuid,
    add column rang bigint check (rang >= 0),
    add column precedente bytea check (octet_length(precedente) = 32),
    -- entries of the first form stand in no chain
    add constraint entree_enchainee check (
        case when forme = 1 then num_nonnulls(perimetre, personnes, chaine, rang, precedente) = 0
        else num_nonnulls(personnes, chaine, rang, precedente) = 4 end);

-- The last entry of each chain. An entry is taken only after this one, so no two entries of a chain share a rank; updated with every entry.
create table journal.tete (
    chaine uuid primary key,
    rang bigint not null check (rang >= 0),
    empreinte bytea not null check (octet_length(empreinte) = 32),
    le timestamptz not null
) with (fillfactor = 20);

drop function journal.inscris(
    int, uuid, timestamptz, smallint, text, text, text, text[], bytea, text, text[], text[], bigint, uuid[], bytea);

-- Appends one entry. 0: done. 1: the habilitations have moved. 2: it does not follow the last entry of its chain. Calls of one transaction
-- share its commit. A revocation holds the exclusive form of the lock until it commits, so no entry of an older revision commits after it:
-- the revision is read by a statement that starts once the lock is held, hence READ COMMITTED.
create function journal.inscris(
    p_attente_ms int, p_id uuid, p_le timestamptz, p_forme smallint, p_client text, p_agent text, p_finalite text, p_habilitations text[],
    p_empreinte_operation bytea, p_operation text, p_coordonnees text[], p_recherches text[], p_revision bigint, p_sujets uuid[],
    p_perimetre text, p_personnes int, p_chaine uuid, p_rang bigint, p_precedente bytea, p_empreinte bytea) returns smallint
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
        return 1;
    end if;
    if p_rang = 0 then
        insert into journal.tete values (p_chaine, p_rang, p_empreinte, p_le) on conflict do nothing;
    else
        update journal.tete t set rang = p_rang, empreinte = p_empreinte, le = p_le
        where t.chaine = p_chaine and t.rang = p_rang - 1 and t.empreinte = p_precedente;
    end if;
    if not found then
        return 2;
    end if;
    insert into journal.entree (
        id, le, forme, client, agent, finalite, habilitations, empreinte_operation, operation, coordonnees, recherches, revision, sujets,
        perimetre, personnes, chaine, rang, precedente, empreinte)
    values (
        p_id, p_le, p_forme, p_client, p_agent, p_finalite, p_habilitations, p_empreinte_operation, p_operation, p_coordonnees,
        p_recherches, p_revision, p_sujets, p_perimetre, p_personnes, p_chaine, p_rang, p_precedente, p_empreinte);
    return 0;
end $$;

revoke all on all functions in schema journal from public;
grant execute on function journal.inscris(
    int, uuid, timestamptz, smallint, text, text, text, text[], bytea, text, text[], text[], bigint, uuid[], text, int, uuid, bigint, bytea,
    bytea) to bal_journal;
