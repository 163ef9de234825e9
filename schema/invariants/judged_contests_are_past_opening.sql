-- A contest whose first round is open or locked is being judged, or is further on.
select cast(c.id as text)
from contest c
join round r on r.contest_id = c.id and r.number = 1
where r.state <> 'waiting' and c.state in ('draft', 'open')
