-- A work of a round belongs to an entry of the same contest, with the same code and category.
select cast(r.contest_id as text), r.round, r.code
from round_entry r
join entry e on e.id = r.entry_id
where e.contest_id <> r.contest_id or e.code is null or e.code <> r.code or e.category <> r.category
