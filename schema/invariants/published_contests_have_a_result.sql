-- A published contest has a published result.
select cast(c.id as text)
from contest c
left join result r on r.contest_id = c.id and r.state = 'published'
where c.state = 'published' and r.id is null
