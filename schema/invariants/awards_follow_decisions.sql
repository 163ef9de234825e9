-- A unit has a prize by a decision only, and a work that was chosen or given one has it. (Results of releases up to 0.2.0 have no
-- rows of decisions.)
select cast(a.id as text)
from award a
where a.unit_id is not null and exists (select 1 from award_departure d where d.result_id = a.result_id) and not exists (
  select 1 from award_departure d
  where d.result_id = a.result_id and d.kind = 'given' and d.prize = a.prize and d.unit_id = a.unit_id)
union all
select cast(d.result_id as text)
from award_departure d
where d.kind <> 'vacant' and not exists (
  select 1 from award a
  where a.result_id = d.result_id and a.prize = d.prize and a.code = d.code
    and coalesce(a.unit_id, 0) = coalesce(d.unit_id, 0))
