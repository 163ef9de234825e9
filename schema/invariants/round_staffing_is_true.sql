-- What is counted of a round's works is what there is: by how many judges each has, and whether one more is needed or given.
select cast(contest_id as text), round, judges, extra_needed, extra_given
from (select contest_id, round, judges, extra_needed, case when extra_judges > 0 then 1 else 0 end as extra_given, 1 as works
      from round_entry
      union all
      select contest_id, round, judges, extra_needed, extra_given, -works from round_staffing) as both_sides
group by contest_id, round, judges, extra_needed, extra_given
having sum(works) <> 0
