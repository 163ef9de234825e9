-- Heads that everybody may see are made at fixed hours; those of every minute stay inside, since the size of the log tells when somebody acted.
alter table ledger_checkpoint add column public_at bigint;
-- Roots of complete subtrees of 256^level leaves: what the tiles of higher levels are made of.
create table ledger_block (
  level bigint not null,
  number bigint not null,
  hash bytea not null,
  primary key (level, number)
) {{keyed}};
