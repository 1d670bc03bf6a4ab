-- Rôles de la base, à créer une fois par l'exploitant (superutilisateur) avant le premier démarrage.
-- Les mots de passe se donnent ensuite, hors de tout fichier : \password bal_service, etc.
-- La base : create database bal owner bal_proprietaire; revoke all on database bal from public;
--           grant connect on database bal to bal_service, bal_journal, bal_lecteur_journal, bal_conservation_journal;
--           grant temporary on database bal to bal_service;
-- Le fichier peut être rejoué.
do $$
declare
    nom text;
begin
    foreach nom in array array[
        'bal_proprietaire',    -- possède et migre (Flyway)
        'bal_service',         -- sert : lit et écrit les tables, ne possède rien
        'bal_journal',         -- ne fait qu'ajouter au journal
        'bal_lecteur_journal', -- ne fait que lire le journal
        'bal_conservation_journal' -- ne fait que supprimer ses mois anciens
    ]
    loop
        if not exists (select from pg_roles where rolname = nom) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication', nom);
        end if;
    end loop;
end
$$;
