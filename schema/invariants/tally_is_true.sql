-- What is tallied is what there is.
select cast(contest_id as text), state, category, field
from (select contest_id, state, category, field, 1 as entries from entry
      union all
      select contest_id, state, category, field, -entries from entry_tally) as both_sides
group by contest_id, state, category, field
having sum(entries) <> 0
