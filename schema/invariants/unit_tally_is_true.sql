-- What is tallied by unit is what there is.
select cast(contest_id as text), state, cast(unit_id as text)
from (select contest_id, state, exemplar_unit_id as unit_id, 1 as entries from entry where exemplar_unit_id is not null
      union all
      select contest_id, state, unit_id, -entries from entry_unit_tally) as both_sides
group by contest_id, state, unit_id
having sum(entries) <> 0
