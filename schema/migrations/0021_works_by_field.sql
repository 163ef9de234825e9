-- The field of a published work, for lists that are narrowed to one. The service puts all works in order
-- again when it starts.
alter table published_work add column field text not null default '';
update published_work set indexed = 0;
create index published_work_field on published_work(field, published_at, slug);
