-- The judges counted of a work are its active assignments.
select cast(contest_id as text), round, code
from (select contest_id, round, code, judges, extra_judges from round_entry
      union all
      select contest_id, round, code, -(1 - extra), -extra from assignment where state = 'active') as both_sides
group by contest_id, round, code
having sum(judges) <> 0 or sum(extra_judges) <> 0
