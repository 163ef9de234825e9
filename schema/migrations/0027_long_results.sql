-- A results file begins with its ranking and records, which in a contest of many works are hundreds of megabytes: they
-- are a blob, and the row has the rest. Null: the row has the whole file.
alter table published_result add column long_part_sha256 bytea;
