-- The next free turn of each source: requests of all replicas to it are evenly spaced.
create table debit (
    source text primary key,
    tour timestamptz not null
);
