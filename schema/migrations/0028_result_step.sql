-- A step of a result that a job takes, because it takes longer than a request should: one of each contest at a time.
-- `request_mac` is keyed: nobody asks for a step by writing a row.
create table result_step (
  contest_id bigint primary key references contest(id),
  id bigint not null,
  action text not null,
  state text not null check (state in ('waiting', 'done', 'refused')),
  request text not null,
  request_mac bytea not null,
  asked_at bigint not null,
  ended_at bigint,
  result_id bigint references result(id),
  refusal text,
  check ((state = 'waiting') = (ended_at is null)),
  check ((state = 'refused') = (refusal is not null))
) {{keyed}};
