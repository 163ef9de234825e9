-- Codes were joined by two different people before a result went beyond `computed`.
select cast(r.id as text)
from result r
where r.state in ('joined', 'proposed', 'approved', 'published')
  and (select count(*) from join_consent c where c.result_id = r.id) < 2
