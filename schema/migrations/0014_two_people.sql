-- Who holds an office of a contest is agreed to by two people: what one has proposed waits here until another confirms it.
create table role_proposal (
  id {{id}},
  account_id bigint not null references account(id),
  role text not null,
  contest_id bigint not null,
  valid_from bigint,
  valid_to bigint,
  decision text not null,
  proposed_by bigint not null references account(id),
  proposed_at bigint not null
);
create index role_proposal_contest on role_proposal(contest_id, role, account_id);
create index role_proposal_account on role_proposal(account_id);
create index role_proposal_proposed on role_proposal(proposed_at, id);

-- Null where the role needs nobody's confirmation; 0 for what was given before confirmations were asked for.
alter table role_grant add column confirmed_by bigint;
update role_grant set confirmed_by = 0 where contest_id is not null and role in ('head', 'secretary', 'organiser');

-- What was done to somebody's account by others, or in their name: they read it on the account's page.
create table account_notice (
  id {{id}},
  account_id bigint not null references account(id),
  at bigint not null,
  kind text not null,
  role text,
  contest_id bigint,
  unit_id bigint references unit(id),
  by_account bigint references account(id),
  seen_at bigint
);
create index account_notice_account on account_notice(account_id, at, id);

-- Who has agreed that an officer's password is reset.
create table reset_approval (
  reset_id bigint not null references password_reset(id),
  account_id bigint not null references account(id),
  approved_at bigint not null,
  primary key (reset_id, account_id)
) {{keyed}};
