-- A published work won a prize in the result that published it, and its author agreed.
select cast(w.entry_id as text)
from published_work w
join entry e on e.id = w.entry_id
left join award a on a.entry_id = w.entry_id and a.result_id = w.result_id
where a.id is null or e.publish_consent = 0
