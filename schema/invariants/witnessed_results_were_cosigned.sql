-- A published result whose witnesses were asked has a cosignature of a head that covers the question.
select cast(r.id as text)
from result r
where r.state = 'published' and r.witnessed_after is not null
  and not exists (select 1 from ledger_cosignature s where s.size > r.witnessed_after)
