-- Salt and value of an opening are sealed together: with the salt in clear, a guess of the value could be tried. What was kept before waits
-- beside for the program, which has the key, to seal it (app/upgrade.h); then the table is empty.
alter table ledger_opening rename to unsealed_opening;
create table ledger_opening (
  seq bigint not null references ledger_record(seq),
  name text not null,
  opening_sealed bytea not null,
  primary key (seq, name)
) {{keyed}};

-- What a migration leaves to the program, since SQL has no keys. A row goes when its step is done with all that belongs to it.
create table upgrade_step (
  name text primary key
);
insert into upgrade_step (name) select 'seal_openings' where exists (select 1 from unsealed_opening);

-- What is known of the keys that this database goes with: the public key of the ledger, sealed. It opens with the right seal.key only.
create table installation_key (
  id bigint primary key check (id = 1),
  check_sealed bytea not null
);
