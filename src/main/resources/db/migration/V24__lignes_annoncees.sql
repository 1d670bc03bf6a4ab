-- How many rows the source said that the pages of an extract's day have together; null where it does not say. Pages that disagree are of two readings.
alter table ingestion_page add column annoncees bigint;
