-- The life of an epoch, one moment after the other: announced (ouverte_le ahead), open, closed to new secrets, emptied (every secret counted
-- in a later one, partition gone), taken from service (detruite_le, its wrapped key emptied), gone at the holder for good.
alter table epoque
    add column fermee_le timestamptz,
    -- the last record whose secret was wrapped anew
    add column curseur bigint not null default 0,
    -- not before that: one pace for all processes together
    add column reprise_le timestamptz not null default 'epoch',
    add column videe_le timestamptz,
    -- secrets that stood under it when it was emptied, each counted in a later epoch
    add column secrets bigint,
    add column effacee_le timestamptz,
    add constraint epoque_detruite check (detruite_le is null or octet_length(enveloppe) = 0),
    add constraint epoque_effacee check (effacee_le is null or detruite_le is not null);

-- While epochs turn, a record's secret may stand in two: forgetting one is forgetting all. A deletion may have begun before a secret was
-- wrapped anew, and would not see that row; this statement begins after it, and does.
create function secret_oublie_partout() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from effaces) then
        delete from public.secret s using effaces e where s.enregistrement = e.enregistrement;
    end if;
    return null;
end $$;
create trigger secret_oublie_partout after delete on secret referencing old table as effaces
    for each statement execute function secret_oublie_partout();

-- A process that knows of no newer epoch tries again (40001), and does by then.
create function secret_epoque_fermee() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'epoque fermee' using errcode = 'serialization_failure';
end $$;

-- The partition of the next epoch, made beside the table and then attached: PARTITION OF would lock out every reader.
create function epoque_prepare(p_numero int) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
begin
    if p_numero is distinct from (select max(e.numero) + 1 from public.epoque e) then
        raise exception 'epoque_prepare' using errcode = 'invalid_parameter_value';
    end if;
    if to_regclass(format('public.secret_%s', p_numero)) is null then
        execute format('create table public.secret_%s (like public.secret including all)', p_numero);
        execute format('alter table public.secret attach partition public.secret_%s for values in (%s)', p_numero, p_numero);
    end if;
end $$;

-- No secret comes under an epoch any more, once a later one is open. Waits for those who are writing.
create function epoque_ferme(p_numero int) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
begin
    if not exists (select from public.epoque e where e.numero > p_numero and e.ouverte_le <= now()) then
        raise exception 'epoque_ferme' using errcode = 'invalid_parameter_value';
    end if;
    update public.epoque set fermee_le = now() where numero = p_numero and fermee_le is null;
    if found then
        execute format(
            'create trigger fermee before insert on public.secret_%s for each row execute function public.secret_epoque_fermee()',
            p_numero);
    end if;
end $$;

-- Drops the partition of a closed epoch when each of its records stands in a later one; returns how many do not, 0: it is done. Nothing comes
-- in any more and what goes goes everywhere, so the count stays true while the drop waits for its turn.
create function epoque_vide(p_numero int) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' set work_mem = '64MB' as $$
declare
    presents bigint;
    restants bigint;
begin
    if not exists (select from public.epoque e where e.numero = p_numero and e.fermee_le is not null and e.videe_le is null) then
        raise exception 'epoque_vide' using errcode = 'invalid_parameter_value';
    end if;
    execute format(
        'select count(*), count(*) filter (where not exists (select from public.secret s'
        ' where s.enregistrement = a.enregistrement and s.epoque > %1$s)) from public.secret_%1$s a', p_numero)
        into presents, restants;
    if restants = 0 then
        execute format('drop table public.secret_%s', p_numero);
        update public.epoque set videe_le = now(), secrets = presents where numero = p_numero;
    end if;
    return restants;
end $$;

revoke all on function epoque_prepare(int), epoque_ferme(int), epoque_vide(int), secret_oublie_partout(), secret_epoque_fermee() from public;
grant execute on function epoque_prepare(int), epoque_ferme(int), epoque_vide(int) to bal_service;
