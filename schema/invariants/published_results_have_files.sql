-- Every published result has its frozen file.
select cast(r.id as text)
from result r
left join published_result p on p.result_id = r.id
where r.state = 'published' and p.result_id is null
