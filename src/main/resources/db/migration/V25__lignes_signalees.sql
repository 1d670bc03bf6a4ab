-- Where the first rows of a reason stand in what they came in: never what they say.
alter table execution_signalement add column lignes text[] not null default '{}';
