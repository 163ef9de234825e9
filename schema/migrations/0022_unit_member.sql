-- What people say of their unit is a claim until the unit's coordinator or an organiser has confirmed it. No
-- row: nobody has decided. 'left': confirmed once, and the account says another unit since. Nobody could
-- confirm before: what stands is a claim.
create table unit_member (
  account_id bigint not null references account(id),
  unit_id bigint not null references unit(id),
  state text not null check (state in ('confirmed', 'left', 'refused')),
  reason text not null,
  decided_at bigint not null,
  decided_by bigint not null,
  primary key (account_id, unit_id)
) {{keyed}};
create index account_unit on account(unit_id, id);
-- The unit that had confirmed a judge when they were appointed: it counts beside the one that they said.
alter table role_grant add column judge_member_unit_id bigint references unit(id);
-- Of each author, when the entry was accepted: whether their unit was confirmed, and the unit that had
-- confirmed them. Null where an entry was accepted before: all its units count as they did.
alter table entry add column units_sealed bytea;
