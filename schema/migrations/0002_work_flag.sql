-- What a judge calls the board's attention to in a work: at most one flag for each assignment.
create table work_flag (
  assignment_id bigint primary key references assignment(id),
  contest_id bigint not null,
  round bigint not null,
  kind text not null check (kind in ('suspected_copy', 'rule_breach', 'other')),
  note text not null,
  raised_at bigint not null
);
create index work_flag_round on work_flag(contest_id, round, raised_at, assignment_id);
