-- An assignment is to a work of its round.
select cast(a.id as text)
from assignment a
left join round_entry e on e.contest_id = a.contest_id and e.round = a.round and e.code = a.code
where e.entry_id is null or e.entry_id <> a.entry_id
