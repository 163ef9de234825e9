-- A step that was taken by a job names the result that it was about, and that is one of its contest.
select s.contest_id
from result_step s
left join result r on r.id = s.result_id and r.contest_id = s.contest_id
where s.state = 'done' and r.id is null
