-- No card changed after its round was locked.
select cast(c.assignment_id as text)
from card c
join assignment a on a.id = c.assignment_id
join round r on r.contest_id = a.contest_id and r.number = a.round
where r.state = 'locked' and c.updated_at > r.locked_at
