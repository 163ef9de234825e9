-- What readers ask for: how many works came in by type of unit.

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
