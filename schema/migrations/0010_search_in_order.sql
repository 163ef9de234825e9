-- What an entry is found by stands in the order of the list, so that a search reads a bounded piece of it for each page.
create table entry_word_in_order (
  contest_id bigint not null,
  word text not null,
  submitted_at bigint not null,
  entry_id bigint not null references entry(id),
  primary key (contest_id, word, submitted_at, entry_id)
) {{keyed}};
insert into entry_word_in_order (contest_id, word, submitted_at, entry_id)
select w.contest_id, w.word, e.submitted_at, w.entry_id from entry_word w join entry e on e.id = w.entry_id
where e.submitted_at is not null;
drop table entry_word;
alter table entry_word_in_order rename to entry_word;
create index entry_word_entry on entry_word(entry_id, word);

create table entry_name_tag_in_order (
  contest_id bigint not null,
  tag bytea not null,
  submitted_at bigint not null,
  entry_id bigint not null references entry(id),
  primary key (contest_id, tag, submitted_at, entry_id)
) {{keyed}};
insert into entry_name_tag_in_order (contest_id, tag, submitted_at, entry_id)
select t.contest_id, t.tag, e.submitted_at, t.entry_id from entry_name_tag t join entry e on e.id = t.entry_id
where e.submitted_at is not null;
drop table entry_name_tag;
alter table entry_name_tag_in_order rename to entry_name_tag;
create index entry_name_tag_entry on entry_name_tag(entry_id, tag);
