-- Alike names with pg_trgm, the index as its manual recommends for the operator %.
create extension pg_trgm;
create table names (row serial, id text, title text);
\copy names (id, title) from names.csv csv header
create table truth (row serial, cluster int, kind text);
\copy truth (cluster, kind) from truth.csv csv header
set pg_trgm.similarity_threshold = 0.6;
select clock_timestamp() as start \gset
create index on names using gin (title gin_trgm_ops);
analyze names;
create table pairs as
    select a.row as a, b.row as b from names a join names b on a.title % b.title and a.row <> b.row;
select extract(epoch from clock_timestamp() - :'start'::timestamptz) as seconds \gset
with copies as (
    select * from truth where kind in ('exact', 'case', 'copy', 'order', 'typo', 'typos', 'short', 'extra')
), found as (
    select distinct c.row from copies c join pairs p on p.a = c.row join truth t on t.row = p.b
    where t.cluster = c.cluster
)
select format('postgresql, pg_trgm alike by 0.6: %s s, %s names alike, recall %s', round(:seconds, 2),
    (select count(*) from pairs), round((select count(*) from found)::numeric / count(*), 4)) from copies;
