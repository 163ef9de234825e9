-- Counters that keep the pages of judging as quick with many works as with few: each is changed by the transaction that
-- changes what it counts, and schema/invariants holds it to the count.

-- The state of the assignment's card, beside the assignment: what is missing is found without reading cards.
alter table assignment add column card_state text not null default 'none';
update assignment set card_state = (select c.state from card c where c.assignment_id = assignment.id)
where exists (select 1 from card c where c.assignment_id = assignment.id);
create index assignment_missing on assignment(contest_id, round, code, judge_id)
where state = 'active' and card_state <> 'submitted';

-- How many judges a work of a round has, and whether its cards differ so much that one more must mark: a job finds the latter for
-- rounds that are open now, since it takes the rules.
alter table round_entry add column judges bigint not null default 0;
alter table round_entry add column extra_judges bigint not null default 0;
alter table round_entry add column extra_needed bigint not null default 0;
update round_entry set
  judges = (select count(*) from assignment a where a.contest_id = round_entry.contest_id and a.round = round_entry.round
            and a.code = round_entry.code and a.state = 'active' and a.extra = 0),
  extra_judges = (select count(*) from assignment a where a.contest_id = round_entry.contest_id and a.round = round_entry.round
                  and a.code = round_entry.code and a.state = 'active' and a.extra <> 0);
create index round_entry_judges on round_entry(contest_id, round, judges, code);
create index round_entry_extra on round_entry(contest_id, extra_needed, extra_judges, round, code, entry_id);

insert into job (id, kind, payload, state, attempts, run_after, created_at)
select contest_id, 'update_extra_needed', cast(contest_id as text), 'waiting', 0, 0, 0
from round where state = 'open' group by contest_id;

-- How many works of a round stand alike.
create table round_staffing (
  contest_id bigint not null references contest(id),
  round bigint not null,
  judges bigint not null,
  extra_needed bigint not null,
  extra_given bigint not null,
  works bigint not null,
  primary key (contest_id, round, judges, extra_needed, extra_given)
) {{keyed}};
insert into round_staffing (contest_id, round, judges, extra_needed, extra_given, works)
select contest_id, round, judges, extra_needed, extra_given, count(*)
from (select contest_id, round, judges, extra_needed, case when extra_judges > 0 then 1 else 0 end as extra_given
      from round_entry) as works
group by contest_id, round, judges, extra_needed, extra_given;

-- A judge's active assignments of a round, by the state of their cards.
create table round_judge_count (
  contest_id bigint not null references contest(id),
  round bigint not null,
  judge_id bigint not null references account(id),
  assigned bigint not null,
  drafted bigint not null,
  submitted bigint not null,
  primary key (contest_id, round, judge_id)
) {{keyed}};
create index round_judge_count_judge on round_judge_count(judge_id, contest_id, round);
insert into round_judge_count (contest_id, round, judge_id, assigned, drafted, submitted)
select contest_id, round, judge_id, count(*), sum(case when card_state = 'draft' then 1 else 0 end),
  sum(case when card_state = 'submitted' then 1 else 0 end)
from assignment where state = 'active'
group by contest_id, round, judge_id;

-- Works that had a code and are accepted no more: few, and to be left out of what is counted above.
create index entry_left on entry(contest_id, code, state) where code is not null and state <> 'accepted';

-- Conflicts of interest by judge and kind, counted by a job: it opens every author's name. `facts` is a hash of what went into the
-- count; another one means that it is to be done anew.
create table conflict_count (
  contest_id bigint not null references contest(id),
  judge_id bigint not null references account(id),
  kind text not null,
  works bigint not null,
  primary key (contest_id, judge_id, kind)
) {{keyed}};
create table conflict_check (
  contest_id bigint primary key references contest(id),
  facts text not null,
  counted_at bigint not null
);
