-- What authors send lies sealed: `sha256` of a file is that of its sealed bytes, by which the blob is named; their key and the SHA-256 of
-- what was sent stand sealed in `original_sealed`, under the data key of the contest, which is sealed with the installation's.
create table data_key (
  contest_id bigint primary key,
  key_sealed bytea not null
);
alter table entry_file add column original_sealed bytea;
alter table upload add column key_sealed bytea;
insert into upgrade_step (name)
select 'seal_originals' where exists (select 1 from entry_file) or exists (select 1 from upload where finished_file_id is null);
