-- Since release 0.4 records commit to the rows that their acts leave. Of rows that are older the program, which has the key, tells once.
insert into upgrade_step (name) select 'tell_rows' where exists (select 1 from ledger_record);

-- What the last comparison of the whole database with the ledger found.
create table ledger_comparison (
  id bigint primary key check (id = 1),
  compared_at bigint not null,
  differences bigint not null,
  first text not null
);
