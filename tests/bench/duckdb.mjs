// What a user would take instead of pare to find alike names: DuckDB, the names of which share most of
// their letters by threes. Prints the seconds of the join and how many planted copies it finds.
// node duckdb.mjs NAMES.csv TRUTH.csv [JACCARD]
import { DuckDBInstance } from "@duckdb/node-api";

const [names, truth, least = "0.5"] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
const number = async (sql) => Number((await connection.runAndReadAll(sql)).getRows()[0][0]);
const csv = (file) => `read_csv('${file}', header = true, all_varchar = true, parallel = false)`;

await connection.run(`create table names as
    select row_number() over () as row, lower("Report Name") as name from ${csv(names)}`);
await connection.run(`create table truth as
    select row_number() over () as row, cluster, kind from ${csv(truth)}`);

const start = process.hrtime.bigint();
await connection.run(`create table grams as
    select distinct row, substr(padded, i, 3) as gram from
        (select row, '  ' || name || ' ' as padded, unnest(range(1, length(name) + 2)) as i from names)`);
await connection.run("create table sizes as select row, count(*) as size from grams group by row");
await connection.run(`create table pairs as
    select a.row as a, b.row as b from grams a join grams b on a.gram = b.gram and a.row < b.row
        join sizes x on x.row = a.row join sizes y on y.row = b.row
    group by a.row, b.row, x.size, y.size
    having count(*) >= ${Number(least)} * (x.size + y.size - count(*))`);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;

// A copy is found where it is paired with another of its cluster.
await connection.run(`create table alike as
    select p.a, p.b from pairs p join truth x on x.row = p.a join truth y on y.row = p.b
    where x.cluster = y.cluster`);
const copies = "kind in ('exact', 'case', 'copy', 'order', 'typo', 'typos', 'short', 'extra')";
const planted = await number(`select count(*) from truth where ${copies}`);
const found = await number(`select count(*) from truth where ${copies}
    and (row in (select a from alike) or row in (select b from alike))`);
const pairs = await number("select count(*) from pairs");
console.log(`duckdb, 3-grams alike by ${least}: ${seconds.toFixed(2)} s, ${pairs} pairs, ` +
    `recall ${(found / planted).toFixed(4)}`);
