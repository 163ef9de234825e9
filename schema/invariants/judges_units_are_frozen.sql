-- Only judges have a unit that conflicts go by, and only judges who have accepted the terms wait for the head.
select id, 'role_grant' from role_grant where role <> 'judge' and (judge_unit_id is not null or judge_member_unit_id is not null)
union all
select i.account_id, 'judge_interest' from judge_interest i
where not exists (select 1 from judge_terms t where t.contest_id = i.contest_id and t.account_id = i.account_id)
