-- An awarded work is the one behind its code, in the same contest.
select cast(a.id as text)
from award a
join result r on r.id = a.result_id
join entry e on e.id = a.entry_id
where e.contest_id <> r.contest_id or e.code <> a.code
