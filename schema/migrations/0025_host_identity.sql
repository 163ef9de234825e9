-- Whose installation it is, as its public pages show: one row, which is always there. An own colour is six
-- hexadecimal digits after "#"; the other themes have none.
create table host_identity (
  id bigint primary key check (id = 1),
  name text not null default '',
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  theme text not null default 'sea' check (theme in ('sea', 'son', 'cham', 'own')),
  colour text not null default '',
  portraits text not null default 'drawn' check (portraits in ('drawn', 'initials')),
  emblem bytea,
  revision bigint not null default 1
) {{keyed}};
insert into host_identity (id) values (1);
