-- Who counts as co-author has an account and a time; who was only asked has neither.
select entry_id, 'co_author' from co_author
where (state = 'confirmed') <> (account_sealed is not null) or (state = 'asked') <> (decided_at is null)
union all
select c.entry_id, 'never submitted' from co_author c join entry e on e.id = c.entry_id where e.version = 0
