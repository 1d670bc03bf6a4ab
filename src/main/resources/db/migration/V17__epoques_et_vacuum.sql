-- PostgreSQL makes an automatic vacuum give way to who waits once deadlock_timeout has passed, a second by default: who leaves after that very
-- second never gets its turn on a large partition.
alter function epoque_prepare(int) set lock_timeout = '3s';
alter function epoque_ferme(int) set lock_timeout = '3s';
alter function epoque_vide(int) set lock_timeout = '3s';
