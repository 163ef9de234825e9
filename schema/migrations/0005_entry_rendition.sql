-- What was made of a file for judges, a row of its own once it was tried: the file is the author's, the rendition is not. No row: it waits.
create table entry_rendition (
  file_id bigint primary key references entry_file(id),
  state text not null check (state in ('ready', 'failed')),
  sha256 bytea,
  size bigint,
  media_type text,
  check ((state = 'ready') = (sha256 is not null and size is not null and media_type is not null))
);
insert into entry_rendition (file_id, state, sha256, size, media_type)
select id, rendition_state, rendition_sha256, rendition_size, rendition_type from entry_file
where rendition_state <> 'waiting';
alter table entry_file drop column rendition_state;
alter table entry_file drop column rendition_sha256;
alter table entry_file drop column rendition_size;
alter table entry_file drop column rendition_type;
