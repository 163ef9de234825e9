-- A submitted card has the time of its submission; a draft has none.
select cast(assignment_id as text)
from card
where (state = 'submitted' and submitted_at is null) or (state = 'draft' and submitted_at is not null)
