-- Nobody marks a contest in whose organising they hold a part at the same time.
select cast(a.id as text)
from assignment a
join role_grant j on j.account_id = a.judge_id and j.contest_id = a.contest_id and j.role = 'judge'
join role_grant g on g.account_id = a.judge_id and g.contest_id = a.contest_id and g.role in ('organiser', 'secretary', 'head')
where a.state = 'active' and (g.valid_to is null or g.valid_to > j.valid_from) and (j.valid_to is null or j.valid_to > g.valid_from)
