-- Nobody holds, or is to hold, two roles of one contest at one time that exclude each other; a role on the installation counts for all.
select cast(a.id as text)
from role_grant a
join role_grant b on b.account_id = a.account_id and b.id <> a.id and a.unit_id is null and b.unit_id is null
  and (a.contest_id = b.contest_id or a.contest_id is null or b.contest_id is null)
where ((a.role = 'judge' and b.role in ('organiser', 'secretary', 'head', 'inspector'))
    or (a.role = 'inspector' and b.role in ('organiser', 'secretary', 'head')))
  and (a.valid_to is null or a.valid_to > b.valid_from) and (b.valid_to is null or b.valid_to > a.valid_from)
  and (a.valid_to is null or a.valid_to > a.valid_from) and (b.valid_to is null or b.valid_to > b.valid_from)
