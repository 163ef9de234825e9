-- Results exist only where every round of the contest is locked.
select cast(r.id as text)
from result r
join round o on o.contest_id = r.contest_id
where o.state <> 'locked'
