-- A work has one prize by its rank at most; what it has besides was given by a decision.
select min(cast(a.id as text))
from award a
where a.entry_id is not null and not exists (
  select 1 from award_departure d
  where d.result_id = a.result_id and d.kind = 'given' and d.prize = a.prize and d.code = a.code)
group by a.result_id, a.entry_id
having count(*) > 1
