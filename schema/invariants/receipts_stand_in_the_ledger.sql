-- A receipt's record tells of a submission, a card's of a card handed in, in the contest that they are of.
select cast(v.entry_id as text)
from entry_version v
join entry e on e.id = v.entry_id
where v.ledger_seq is not null
  and not exists (
    select 1 from ledger_record r
    where r.seq = v.ledger_seq and r.kind = 'entry.submitted' and r.contest_id = e.contest_id and r.at = v.submitted_at)
union all
select cast(c.assignment_id as text)
from card c
join assignment a on a.id = c.assignment_id
where c.ledger_seq is not null
  and not exists (
    select 1 from ledger_record r
    where r.seq = c.ledger_seq and r.kind = 'card.submitted' and r.contest_id = a.contest_id)
