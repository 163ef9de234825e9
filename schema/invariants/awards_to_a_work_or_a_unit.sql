-- Awards go to a work or to a unit, never to both, and only once codes are joined.
select cast(a.id as text)
from award a
join result r on r.id = a.result_id
where (a.entry_id is null) = (a.unit_id is null) or r.state = 'computed'
