-- The first picture of a published work in the sizes that pages show, made once. A row of published_cover
-- says that they are made, and how large the largest is.
create table published_cover (
  entry_id bigint primary key references published_work(entry_id),
  width bigint not null,
  height bigint not null
) {{keyed}};
create table published_cover_size (
  entry_id bigint not null references published_cover(entry_id),
  width bigint not null,
  kind text not null check (kind in ('webp', 'jpeg')),
  sha256 bytea not null,
  primary key (entry_id, width, kind)
) {{keyed}};
-- Works that were published before get theirs too; by its name, a step after those that know a wrong key.
insert into upgrade_step (name) select 'want_covers' where exists (select 1 from published_work);
