-- What a file is uploaded for is called the same here as in the program: a row of which the module of uploads knows only the number.
alter table upload rename column entry_id to target_id;
