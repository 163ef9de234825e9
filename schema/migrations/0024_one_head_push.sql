-- A witness is brought the newest head by one job, however long it stays away: the oldest says since when.
delete from job
where kind = 'head_push' and state <> 'done' and exists (
  select 1
  from job older
  where older.kind = 'head_push' and older.state <> 'done' and older.payload = job.payload
    and (older.created_at < job.created_at or (older.created_at = job.created_at and older.id < job.id)));
create index job_kind on job(kind, payload);
create unique index job_head_push on job(payload) where kind = 'head_push' and state <> 'done';
