-- Which record of the ledger tells of a version's submission, and of a card's: the receipt's proof is made of it.
alter table entry_version add column ledger_seq bigint;
alter table card add column ledger_seq bigint;
-- What witnesses said of a public head.
create table ledger_cosignature (
  size bigint not null references ledger_checkpoint(size),
  witness text not null,
  line text not null,
  created_at bigint not null,
  primary key (size, witness)
) {{keyed}};
-- The record after which witnesses are asked to cosign, before the result counts as published.
alter table result add column witnessed_after bigint;
create index result_witnessed on result(publish_at, id) where state = 'approved' and witnessed_after is not null;
