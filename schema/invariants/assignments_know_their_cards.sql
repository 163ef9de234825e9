-- An assignment says in which state its card is.
select cast(a.id as text)
from assignment a
left join card c on c.assignment_id = a.id
where a.card_state <> coalesce(c.state, 'none')
