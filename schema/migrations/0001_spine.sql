-- The spine: accounts, units, contests, entries, judging, results, ledger, jobs.
-- One text for both engines: bigint, text, bytea only; {{id}} is the engine's 64-bit primary key; {{keyed}} keeps small rows in
-- their primary key's index, where the engine can; times are UTC microseconds;
-- flags are 0/1; ids are random and tell nothing. Text orders by bytes on both engines.

create table unit (
  id {{id}},
  code text not null unique,
  type text not null,
  name text not null,
  short_name text not null,
  parent_id bigint references unit(id),
  valid_from text,
  valid_to text,
  folded text not null,
  revision bigint not null default 1
);
create index unit_parent on unit(parent_id, folded, id);
create index unit_folded on unit(folded, id);

-- History keeps the old name: a unit that ends points to what came after it.
create table unit_successor (
  unit_id bigint not null references unit(id),
  successor_id bigint not null references unit(id),
  kind text not null check (kind in ('merge', 'split', 'rename')),
  on_date text not null,
  primary key (unit_id, successor_id)
) {{keyed}};
create index unit_successor_back on unit_successor(successor_id);

create table unit_word (
  word text not null,
  unit_id bigint not null references unit(id),
  primary key (word, unit_id)
) {{keyed}};
create index unit_word_unit on unit_word(unit_id);

create table account (
  id {{id}},
  email text unique,
  phone text unique,
  name text not null,
  unit_id bigint references unit(id),
  lang text not null,
  password_hash text not null,
  state text not null check (state in ('active', 'closed')),
  created_at bigint not null,
  revision bigint not null default 1
);
create table account_word (
  word text not null,
  account_id bigint not null references account(id),
  primary key (word, account_id)
) {{keyed}};
create index account_word_account on account_word(account_id);

create table session (
  id {{id}},
  token_hash bytea not null unique,
  account_id bigint not null references account(id),
  created_at bigint not null,
  expires_at bigint not null,
  user_agent text not null,
  client text not null
);
create index session_account on session(account_id, created_at);
create index session_expires on session(expires_at);

create table role_grant (
  id {{id}},
  account_id bigint not null references account(id),
  role text not null,
  contest_id bigint,
  unit_id bigint,
  valid_from bigint not null,
  valid_to bigint,
  granted_by bigint,
  decision text
);
create index role_grant_account on role_grant(account_id);
create index role_grant_contest on role_grant(contest_id, role, account_id);

create table invitation (
  id {{id}},
  token_hash bytea not null unique,
  contest_id bigint not null,
  role text not null,
  name text not null,
  note text not null,
  created_by bigint not null references account(id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  used_by bigint references account(id),
  revoked_at bigint
);
create index invitation_contest on invitation(contest_id, created_at, id);

create table login_guard (
  subject bytea primary key,
  failures bigint not null,
  window_start bigint not null,
  locked_until bigint not null
);
create index login_guard_window on login_guard(window_start);

create table password_reset (
  id {{id}},
  account_id bigint not null references account(id),
  requested_at bigint not null,
  token_hash bytea unique,
  expires_at bigint,
  used_at bigint
);
create index password_reset_requested on password_reset(requested_at, id);
create index password_reset_account on password_reset(account_id, requested_at);

create table idempotency_key (
  key_hash bytea primary key,
  request_hash bytea not null,
  answer bytea not null,
  created_at bigint not null
);
create index idempotency_key_created on idempotency_key(created_at);

create table contest (
  id {{id}},
  slug text not null unique,
  parent_id bigint references contest(id),
  host_unit_id bigint not null references unit(id),
  level text not null,
  state text not null check (state in ('draft', 'open', 'judging', 'settled', 'published')),
  name_vi text not null,
  name_en text not null,
  rule_book_version bigint not null,
  opens_at bigint not null,
  deadline_at bigint not null,
  created_at bigint not null,
  created_by bigint not null,
  revision bigint not null default 1
);
create index contest_state on contest(state, deadline_at, id);
create index contest_created on contest(created_at, id);

create table rule_book (
  contest_id bigint not null references contest(id),
  version bigint not null,
  document text not null,
  sha256 bytea not null,
  reason text not null,
  decision_number text not null,
  created_at bigint not null,
  created_by bigint not null,
  primary key (contest_id, version)
);

-- The author stands here only sealed (AES-256-GCM, key outside the database) and as a keyed tag for looking up one's own entries.
create table entry (
  id {{id}},
  contest_id bigint not null references contest(id),
  number text not null,
  owner_tag bytea not null,
  identity_sealed bytea not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted', 'refused', 'withdrawn', 'disqualified')),
  revision bigint not null default 1,
  category text not null,
  field text not null,
  title text not null,
  body text not null,
  language text not null,
  exemplar_kind text not null,
  exemplar_name text not null,
  exemplar_unit_id bigint references unit(id),
  exemplar_place text not null,
  declarations text not null,
  publish_consent bigint not null default 0,
  version bigint not null default 0,
  code text,
  reason text,
  reply_by bigint,
  created_at bigint not null,
  updated_at bigint not null,
  submitted_at bigint,
  unique (contest_id, number),
  unique (contest_id, code)
);
create index entry_owner on entry(owner_tag, contest_id, created_at, id);
create index entry_list on entry(contest_id, state, submitted_at, id);
create index entry_contest on entry(contest_id, submitted_at, id);
create index entry_category on entry(contest_id, category, state, code);

-- How many entries stand where, kept with every change: counting them anew would read them all.
create table entry_tally (
  contest_id bigint not null references contest(id),
  state text not null,
  category text not null,
  field text not null,
  entries bigint not null,
  primary key (contest_id, state, category, field)
) {{keyed}};

-- Each submitted version is kept: the document with everything that was sent, and its receipt. `document` is sealed: it names the author.
create table entry_version (
  entry_id bigint not null references entry(id),
  version bigint not null,
  submitted_at bigint not null,
  document_sealed bytea not null,
  text_sha256 bytea not null,
  receipt_sealed bytea not null,
  primary key (entry_id, version)
);

-- What happened to an entry, for its author's time line and the secretary.
create table entry_event (
  entry_id bigint not null references entry(id),
  seq bigint not null,
  kind text not null,
  at bigint not null,
  note text not null,
  primary key (entry_id, seq)
) {{keyed}};

create table entry_file (
  id {{id}},
  entry_id bigint not null references entry(id),
  position bigint not null,
  purpose text not null,
  name_sealed bytea not null,
  kind text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  duration_ms bigint,
  width bigint,
  height bigint,
  rendition_state text not null check (rendition_state in ('waiting', 'ready', 'failed')),
  rendition_sha256 bytea,
  rendition_size bigint,
  rendition_type text,
  removed_at bigint
);
create index entry_file_entry on entry_file(entry_id, position);

-- Search by words: plain words of title and exemplar; keyed tags of the author's name.
create table entry_word (
  contest_id bigint not null,
  word text not null,
  entry_id bigint not null references entry(id),
  primary key (contest_id, word, entry_id)
) {{keyed}};
create index entry_word_entry on entry_word(entry_id);
create table entry_name_tag (
  contest_id bigint not null,
  tag bytea not null,
  entry_id bigint not null references entry(id),
  primary key (contest_id, tag, entry_id)
) {{keyed}};
create index entry_name_tag_entry on entry_name_tag(entry_id);

-- A tus upload: its offset is the size of its temporary file.
create table upload (
  id {{id}},
  owner_tag bytea not null,
  entry_id bigint not null references entry(id),
  purpose text not null,
  name_sealed bytea not null,
  length bigint not null,
  created_at bigint not null,
  expires_at bigint not null,
  finished_file_id bigint,
  finished_at bigint
);
create index upload_entry on upload(entry_id, created_at, id);
create index upload_expires on upload(expires_at, id);

create table judge_terms (
  contest_id bigint not null,
  account_id bigint not null references account(id),
  accepted_at bigint not null,
  primary key (contest_id, account_id)
) {{keyed}};

-- What a judge declares: a relative or close tie (by name), a unit, an account. Sealed: it is personal data of others.
create table judge_tie (
  id {{id}},
  contest_id bigint not null,
  account_id bigint not null references account(id),
  kind text not null,
  value_sealed bytea not null,
  declared_at bigint not null
);
create index judge_tie_judge on judge_tie(contest_id, account_id);

create table panel (
  id {{id}},
  contest_id bigint not null references contest(id),
  round bigint not null,
  name text not null,
  categories text not null,
  created_at bigint not null,
  revision bigint not null default 1
);
create index panel_contest on panel(contest_id, round, id);
create table panel_member (
  panel_id bigint not null references panel(id),
  account_id bigint not null references account(id),
  primary key (panel_id, account_id)
) {{keyed}};
create index panel_member_account on panel_member(account_id);

create table round (
  contest_id bigint not null references contest(id),
  number bigint not null,
  state text not null check (state in ('waiting', 'open', 'locked')),
  opened_at bigint,
  locked_at bigint,
  revision bigint not null default 1,
  primary key (contest_id, number)
);

-- Which entries are judged in a round.
create table round_entry (
  contest_id bigint not null,
  round bigint not null,
  code text not null,
  entry_id bigint not null references entry(id),
  category text not null,
  primary key (contest_id, round, code)
) {{keyed}};
create index round_entry_entry on round_entry(entry_id);

create table assignment (
  id {{id}},
  contest_id bigint not null,
  round bigint not null,
  code text not null,
  entry_id bigint not null references entry(id),
  judge_id bigint not null references account(id),
  state text not null check (state in ('active', 'recused', 'removed')),
  extra bigint not null default 0,
  assigned_at bigint not null,
  assigned_by bigint not null,
  ended_at bigint,
  unique (contest_id, round, code, judge_id)
);
create index assignment_judge on assignment(judge_id, contest_id, round, code);
create index assignment_entry on assignment(entry_id);

create table card (
  assignment_id bigint primary key references assignment(id),
  state text not null check (state in ('draft', 'submitted')),
  marks text not null,
  comment_jury text not null,
  comment_author text not null,
  reopen_reason text,
  updated_at bigint not null,
  submitted_at bigint,
  revision bigint not null default 1
);

create table conflict_waiver (
  contest_id bigint not null,
  code text not null,
  judge_id bigint not null,
  reason text not null,
  waived_by bigint not null,
  waived_at bigint not null,
  primary key (contest_id, code, judge_id)
);

-- One settling of a contest: computed, joined, allotted, proposed, approved, published; superseded by a later one, never edited.
create table result (
  id {{id}},
  contest_id bigint not null references contest(id),
  number bigint not null,
  state text not null check (state in ('computed', 'joined', 'proposed', 'approved', 'published', 'superseded')),
  ranking text not null,
  ranking_sha256 bytea not null,
  decision_number text,
  computed_at bigint not null,
  computed_by bigint not null,
  proposed_at bigint,
  proposed_by bigint,
  approved_at bigint,
  approved_by bigint,
  publish_at bigint,
  published_at bigint,
  supersedes bigint,
  reason text,
  revision bigint not null default 1,
  unique (contest_id, number)
);
create table join_consent (
  result_id bigint not null references result(id),
  account_id bigint not null references account(id),
  consented_at bigint not null,
  primary key (result_id, account_id)
) {{keyed}};
create table award (
  id {{id}},
  result_id bigint not null references result(id),
  position bigint not null,
  prize text not null,
  category text not null,
  code text not null,
  entry_id bigint references entry(id),
  unit_id bigint references unit(id),
  rank bigint not null,
  score text not null,
  money bigint not null,
  note text not null
);
create index award_result on award(result_id, position);
create index award_entry on award(entry_id);

-- What the public may read of a published result: frozen at publication, so that later changes of accounts or entries alter nothing.
create table published_work (
  entry_id bigint primary key references entry(id),
  contest_id bigint not null,
  result_id bigint not null references result(id),
  slug text not null unique,
  document text not null,
  published_at bigint not null
);
create index published_work_contest on published_work(contest_id, slug);
create table published_result (
  result_id bigint primary key references result(id),
  contest_id bigint not null,
  document text not null,
  published_at bigint not null
);
create index published_result_contest on published_result(contest_id, published_at);

create table ledger_record (
  seq bigint primary key,
  at bigint not null,
  kind text not null,
  contest_id bigint,
  record text not null,
  leaf_hash bytea not null
);
create index ledger_record_contest on ledger_record(contest_id, seq);
create table ledger_opening (
  seq bigint not null references ledger_record(seq),
  name text not null,
  salt bytea not null,
  value_sealed bytea not null,
  primary key (seq, name)
) {{keyed}};
create table ledger_head (
  id bigint primary key check (id = 1),
  size bigint not null,
  frontier bytea not null
);
create table ledger_checkpoint (
  size bigint primary key,
  note text not null,
  created_at bigint not null
);

create table job (
  id {{id}},
  kind text not null,
  payload text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  attempts bigint not null,
  run_after bigint not null,
  claimed_at bigint,
  error text,
  created_at bigint not null
);
create index job_due on job(state, run_after, id);
