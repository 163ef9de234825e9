-- Head, secretary and organisers of a contest were confirmed by somebody else (0: who set the contest up, and what was given before there were confirmations).
select cast(id as text) from role_grant
where contest_id is not null and role in ('head', 'secretary', 'organiser')
  and (confirmed_by is null or confirmed_by = account_id or confirmed_by = granted_by)
