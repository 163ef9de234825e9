-- Rounds are locked in order.
select cast(later.contest_id as text), later.number
from round later
join round earlier on earlier.contest_id = later.contest_id and earlier.number < later.number
where later.state <> 'waiting' and earlier.state <> 'locked'
