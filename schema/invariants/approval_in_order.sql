-- An approved result was proposed, and a published one approved.
select cast(id as text)
from result
where (state in ('approved', 'published') and (proposed_by is null or approved_by is null))
   or (state = 'published' and published_at is null)
