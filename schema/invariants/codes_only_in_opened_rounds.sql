-- Works are listed only in rounds that were opened: codes are visible nowhere before.
select cast(e.contest_id as text), e.round, e.code
from round_entry e
left join round r on r.contest_id = e.contest_id and r.number = e.round
where r.state is null or r.state = 'waiting'
