-- One unit at most has confirmed somebody, it is the one that they say, and nobody has decided on themselves.
select account_id, 'two units' from unit_member where state in ('confirmed', 'left') group by account_id having count(*) > 1
union all
select m.account_id, 'says another' from unit_member m
where m.state = 'confirmed' and not exists (select 1 from account a where a.id = m.account_id and a.unit_id = m.unit_id)
union all
select account_id, 'by themselves' from unit_member where decided_by = account_id
