-- The owner may not create roles: say so clearly instead of failing on the first grant.
do $$
declare
    manquants text;
begin
    select string_agg(nom, ', ') into manquants
    from unnest(array['bal_service', 'bal_journal', 'bal_lecteur_journal', 'bal_conservation_journal']) nom
    where not exists (select from pg_roles where rolname = nom);
    if manquants is not null then
        raise exception 'Rôles absents de la base : %. Voir db/roles.sql, à jouer une fois par l''exploitant.', manquants;
    end if;
end
$$;
