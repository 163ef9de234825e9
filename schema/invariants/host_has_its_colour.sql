-- Of a host there is one row, and a colour exactly where it chose one of its own.
select 'rows' where (select count(*) from host_identity) <> 1
union all
select theme from host_identity
where (theme = 'own' and colour not like '#______') or (theme <> 'own' and colour <> '');
