-- In a locked round every active assignment has a submitted card.
select cast(a.id as text)
from assignment a
join round r on r.contest_id = a.contest_id and r.number = a.round and r.state = 'locked'
join entry e on e.id = a.entry_id and e.state = 'accepted'
left join card c on c.assignment_id = a.id
where a.state = 'active' and (c.state is null or c.state <> 'submitted')
