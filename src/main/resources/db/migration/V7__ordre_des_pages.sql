-- The id once more, under a name that only the keyset indexes of a perimeter's keys know. A page in the order of id under a key is then read from the
-- index of that key and from no other: beside (key, id) the planner may walk the primary key, and for a rare value that is the whole table.
alter table contrat add column ordre bigint not null generated always as (id) stored;
drop index contrat_region_id_idx;
drop index contrat_academie_id_idx;
drop index contrat_departement_id_idx;
drop index contrat_formation_siret_id_idx;
drop index contrat_responsable_siret_id_idx;
drop index contrat_employeur_siren_id_idx;
drop index contrat_employeur_opco_id_idx;
drop index contrat_source_id_idx;
drop index contrat_employeur_siret_id_idx;
create index on contrat (region, ordre);
create index on contrat (academie, ordre);
create index on contrat (departement, ordre);
create index on contrat (formation_siret, ordre);
create index on contrat (responsable_siret, ordre);
create index on contrat (employeur_siren, ordre);
create index on contrat (employeur_opco, ordre);
create index on contrat (source, ordre);
create index on contrat (employeur_siret, ordre);
