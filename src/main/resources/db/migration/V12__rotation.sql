-- The version of the class key that a sealed value names; 0: no stored format that is known; null: no value.
create function version_de_cle(valeur bytea) returns bigint
language sql immutable parallel safe as $$
    select case
        when valeur is null then null
        when octet_length(valeur) < 41 or get_byte(valeur, 0) <> 1 then 0
        else get_byte(valeur, 1)::bigint << 24 | get_byte(valeur, 2) << 16 | get_byte(valeur, 3) << 8 | get_byte(valeur, 4)
    end
$$;
comment on column cle.active_le is
    'From when new values go under it. Epoch (1970) once it is imposed: nothing is written under an older version of that key any longer.';
-- Jobs that seal what stands under older versions of a class key anew. lieu and position: the last row that is done, moved with the batch itself.
create table rotation (
    id bigint generated always as identity primary key,
    classe text not null,
    version int not null,
    etat text not null check (etat in ('EN_ATTENTE', 'EN_COURS', 'TERMINEE', 'ECHOUEE')),
    -- why it waits or failed
    motif text,
    lieu text,
    position text,
    passe int not null default 1,
    total bigint not null default 0,
    faits bigint not null default 0,
    -- values that did not open in the pass under way, or in the last one
    illisibles bigint not null default 0,
    demandee_le timestamptz not null,
    commencee_le timestamptz,
    terminee_le timestamptz,
    retiree_le timestamptz,
    -- the throttle of the whole cluster
    prochain_lot_le timestamptz not null default now(),
    -- count of values by class and version over every place, as it was signed
    preuve text,
    cle text,
    signature bytea,
    unique (classe, version)
);
create unique index rotation_en_cours on rotation (classe) where etat in ('EN_ATTENTE', 'EN_COURS');
-- Values that do not open, by place and record.
create table rotation_illisible (
    rotation bigint not null references rotation on delete cascade,
    lieu text not null,
    enregistrement bigint not null,
    primary key (rotation, lieu, enregistrement)
);
