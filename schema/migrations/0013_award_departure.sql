-- What people decided about prizes where the rule book leaves it open: places kept vacant, works chosen among equals, prizes that
-- go by decision. The awards follow from ranking, rule book and these rows, and from nothing else.
create table award_departure (
  result_id bigint not null references result(id),
  position bigint not null,
  kind text not null check (kind in ('vacant', 'chosen', 'given')),
  prize text not null,
  category text not null,
  code text not null,
  unit_id bigint references unit(id),
  places bigint not null,
  reason text not null,
  office text not null,
  decided_by bigint not null references account(id),
  decided_at bigint not null,
  primary key (result_id, position)
) {{keyed}};
