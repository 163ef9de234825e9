-- What conflicts of interest are found by is not its judge's to change: the unit is the one that they had when appointed, another
-- counts once the head has confirmed it; an interest declared while a round is open ends no assignment before the head says so.
alter table role_grant add column judge_unit_id bigint references unit(id);
update role_grant set judge_unit_id = (select a.unit_id from account a where a.id = role_grant.account_id) where role = 'judge';
alter table judge_interest add column ending text not null default 'decided' check (ending in ('waiting', 'decided', 'kept'));
create table judge_unit_request (
  contest_id bigint not null references contest(id),
  account_id bigint not null references account(id),
  unit_id bigint references unit(id),
  asked_at bigint not null,
  primary key (contest_id, account_id)
) {{keyed}};
