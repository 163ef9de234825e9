-- A card was written only by a judge who had accepted the terms.
select cast(c.assignment_id as text)
from card c
join assignment a on a.id = c.assignment_id
left join judge_terms t on t.contest_id = a.contest_id and t.account_id = a.judge_id
where t.account_id is null
