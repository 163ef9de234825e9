-- What published works are narrowed by besides field, year and contest: units and places of their exemplars,
-- prizes. The service puts all works in order again when it starts.
create table published_work_facet (
  kind text not null check (kind in ('unit', 'prize')),
  value text not null,
  entry_id bigint not null references published_work(entry_id),
  primary key (kind, value, entry_id)
) {{keyed}};
create index published_work_facet_entry on published_work_facet(entry_id);
update published_work set indexed = 0;
