-- A contest has at most one published result that is not superseded.
select cast(contest_id as text)
from result
where state = 'published'
group by contest_id
having count(*) > 1
