-- What readers ask for: how many works came in by type of unit, a search over published works, the works about one exemplar.

-- Beside entry_tally, for entries whose exemplar has a unit. Kept with every change.
create table entry_unit_tally (
  contest_id bigint not null references contest(id),
  state text not null,
  unit_id bigint not null references unit(id),
  entries bigint not null,
  primary key (contest_id, state, unit_id)
) {{keyed}};
insert into entry_unit_tally (contest_id, state, unit_id, entries)
select contest_id, state, exemplar_unit_id, count(*) from entry
where exemplar_unit_id is not null
group by contest_id, state, exemplar_unit_id;

-- What published works are found by: words of title, exemplar, authors and contest, and the exemplar that they are about. `indexed` is 0
-- for works that were published before there was a search; the service puts them in order when it starts.
alter table published_work add column exemplar_slug text not null default '';
alter table published_work add column indexed bigint not null default 0;
create index published_work_recent on published_work(published_at, slug);
create index published_work_exemplar on published_work(exemplar_slug, published_at, slug);
create index published_work_indexed on published_work(indexed, entry_id);
create table published_work_word (
  word text not null,
  entry_id bigint not null references published_work(entry_id),
  primary key (word, entry_id)
) {{keyed}};
create index published_work_word_entry on published_work_word(entry_id);
