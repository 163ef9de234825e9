-- Where the nightly comparison found that database or files are not what the ledger recorded: told to the
-- administrators once, while it lasts.
create table ledger_finding (
  place text not null,
  key text not null,
  says_vi text not null,
  says_en text not null,
  found_at bigint not null,
  seen_at bigint not null,
  primary key (place, key)
) {{keyed}};
create index ledger_finding_seen on ledger_finding(seen_at);

-- What a notice says that is more than its kind.
alter table account_notice add column says_vi text;
alter table account_notice add column says_en text;
