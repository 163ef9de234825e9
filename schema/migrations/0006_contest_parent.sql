-- Which contest another belongs to stands in its rule book; no query asked this column.
alter table contest drop column parent_id;
