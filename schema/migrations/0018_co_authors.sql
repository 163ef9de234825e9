-- Who is named as an author counts as one only once they have said so. A row knows them by a keyed tag of the e-mail address or phone
-- number by which the version last submitted names them; the account that confirmed is sealed.
create table co_author (
  entry_id bigint not null references entry(id),
  contact_tag bytea not null,
  state text not null check (state in ('asked', 'confirmed', 'declined')),
  asked_at bigint not null,
  decided_at bigint,
  account_sealed bytea,
  primary key (entry_id, contact_tag)
) {{keyed}};
create index co_author_contact on co_author(contact_tag, asked_at, entry_id);
-- Steps run by their names: after those that know a wrong key.
insert into upgrade_step (name)
select 'tell_co_authors' where exists (select 1 from entry where version > 0);
