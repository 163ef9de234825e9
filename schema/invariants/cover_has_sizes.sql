-- A published picture that is ready has each size up to its own width, in both kinds.
select cast(c.entry_id as text)
from published_cover c
where not exists (select 1 from published_cover_size s where s.entry_id = c.entry_id and s.width = 400)
   or (c.width > 400
       and not exists (select 1 from published_cover_size s where s.entry_id = c.entry_id and s.width = 800))
   or (c.width > 800
       and not exists (select 1 from published_cover_size s where s.entry_id = c.entry_id and s.width = 1600))
   or exists (select 1 from published_cover_size s
              where s.entry_id = c.entry_id
                and not exists (select 1 from published_cover_size o
                                where o.entry_id = s.entry_id and o.width = s.width and o.kind <> s.kind));
