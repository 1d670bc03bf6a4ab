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

-- Checkpoints: the heads of the chains that moved, closed together, signed, each with the digest of the one before. They outlive the entries.
alter table journal.tete add column jalonne bigint not null default -1;
create table journal.jalon (
    numero bigint primary key check (numero >= 1),
    le timestamptz not null,
    precedent bytea not null check (octet_length(precedent) = 32),
    -- by chain, sorted
    chaines uuid[] not null,
    rangs bigint[] not null,
    empreintes bytea[] not null,
    empreinte bytea not null check (octet_length(empreinte) = 32),
    cle text not null check (char_length(cle) between 1 and 200),
    signature bytea not null,
    check (cardinality(chaines) = cardinality(rangs) and cardinality(chaines) = cardinality(empreintes))
);
-- How far the witness outside has them.
create table journal.remise (id smallint primary key check (id = 1), numero bigint not null);
insert into journal.remise values (1, 0);

-- The heads to close, no row when there is none, another process is at it, or the last checkpoint is younger than that.
create function journal.a_jalonner(p_age_ms bigint)
returns table (numero bigint, le timestamptz, precedent bytea, chaines uuid[], rangs bigint[], empreintes bytea[])
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    dernier journal.jalon;
begin
    if not pg_try_advisory_xact_lock(hashtext('bal.journal.jalon')) then
        return;
    end if;
    select * into dernier from journal.jalon j order by j.numero desc limit 1;
    if dernier.le > clock_timestamp() - make_interval(secs => p_age_ms / 1000.0) then
        return;
    end if;
    return query
        select coalesce(dernier.numero, 0) + 1, clock_timestamp(), coalesce(dernier.empreinte, decode(repeat('00', 32), 'hex')),
            array_agg(t.chaine order by t.chaine), array_agg(t.rang order by t.chaine), array_agg(t.empreinte order by t.chaine)
        from journal.tete t where t.rang > t.jalonne having count(*) > 0;
end $$;

-- Appends a checkpoint behind the last one, over heads that the chains have.
create function journal.jalonne(
    p_numero bigint, p_le timestamptz, p_precedent bytea, p_chaines uuid[], p_rangs bigint[], p_empreintes bytea[], p_empreinte bytea,
    p_cle text, p_signature bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    dernier journal.jalon;
    closes int;
begin
    perform pg_advisory_xact_lock(hashtext('bal.journal.jalon'));
    select * into dernier from journal.jalon j order by j.numero desc limit 1;
    update journal.tete t set jalonne = h.rang
    from unnest(p_chaines, p_rangs) h (chaine, rang) where t.chaine = h.chaine and t.jalonne < h.rang and t.rang >= h.rang;
    get diagnostics closes = row_count;
    if p_numero <> coalesce(dernier.numero, 0) + 1 or p_precedent <> coalesce(dernier.empreinte, decode(repeat('00', 32), 'hex'))
        or closes <> cardinality(p_chaines) then
        raise exception 'journal.jalonne' using errcode = 'invalid_transaction_state';
    end if;
    insert into journal.jalon values (
        p_numero, p_le, p_precedent, p_chaines, p_rangs, p_empreintes, p_empreinte, p_cle, p_signature);
end $$;

-- What the witness has not got, in order; nothing while another process hands over.
create function journal.a_remettre(p_nombre int) returns setof journal.jalon
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    if pg_try_advisory_xact_lock(hashtext('bal.journal.temoin')) then
        return query
            select j.* from journal.jalon j where j.numero > (select r.numero from journal.remise r)
            order by j.numero limit p_nombre;
    end if;
end $$;

create function journal.remis(p_numero bigint) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    update journal.remise set numero = p_numero where numero < p_numero;
$$;

-- How many the witness lacks.
create function journal.en_retard() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select count(*) from journal.jalon j where j.numero > (select r.numero from journal.remise r);
$$;

revoke all on all functions in schema journal from public;
grant execute on function journal.a_jalonner(bigint) to bal_journal;
grant execute on function journal.jalonne(bigint, timestamptz, bytea, uuid[], bigint[], bytea[], bytea, text, bytea) to bal_journal;
grant execute on function journal.a_remettre(int) to bal_journal;
grant execute on function journal.remis(bigint) to bal_journal;
grant execute on function journal.en_retard() to bal_journal;
grant select on journal.jalon to bal_lecteur_journal;

-- Retention: months that are wholly older go, by a role that can do this and nothing else; their checkpoints stay. Never within six months
-- (CNIL 2021-122). Returns how many went.
create function journal.oublie(p_avant timestamptz) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    mois text;
    faites int := 0;
begin
    if p_avant > now() - interval '6 months' then
        raise exception 'journal.oublie' using errcode = 'invalid_parameter_value';
    end if;
    perform set_config('lock_timeout', '2s', true);
    perform pg_advisory_xact_lock(hashtext('bal.journal.partitions'));
    for mois in
        select c.relname from pg_inherits h join pg_class c on c.oid = h.inhrelid
        where h.inhparent = 'journal.entree'::regclass and c.relname ~ '^entree_\d{4}_\d{2}$'
        and (to_date(substr(c.relname, 8), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= p_avant
    loop
        execute format('drop table journal.%I', mois);
        faites := faites + 1;
    end loop;
    -- chains that ended then, and that a checkpoint closed
    delete from journal.tete t where t.le < p_avant and t.rang = t.jalonne;
    return faites;
end $$;

revoke all on function journal.oublie(timestamptz) from public;
grant usage on schema journal to bal_conservation_journal;
grant execute on function journal.oublie(timestamptz) to bal_conservation_journal;
