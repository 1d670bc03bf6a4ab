-- Runs first, so that every table that follows in this schema is usable by the role that serves, and by no other.
-- A room with a schema of its own (journal) grants there itself.
grant usage on schema public to bal_service;
alter default privileges in schema public grant select, insert, update, delete on tables to bal_service;
alter default privileges in schema public grant usage, select on sequences to bal_service;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public grant execute on functions to bal_service;
