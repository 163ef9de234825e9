-- What is counted of a judge in a round is what there is.
select cast(contest_id as text), round, cast(judge_id as text)
from (select contest_id, round, judge_id, 1 as assigned, case when card_state = 'draft' then 1 else 0 end as drafted,
        case when card_state = 'submitted' then 1 else 0 end as submitted
      from assignment where state = 'active'
      union all
      select contest_id, round, judge_id, -assigned, -drafted, -submitted from round_judge_count) as both_sides
group by contest_id, round, judge_id
having sum(assigned) <> 0 or sum(drafted) <> 0 or sum(submitted) <> 0
