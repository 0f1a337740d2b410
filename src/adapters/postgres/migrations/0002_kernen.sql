-- Up Migration

create table kern (
  municipality_id text not null references municipality,
  kern_id text not null,
  name text not null,
  kind text not null,
  residents integer not null,
  latitude double precision not null,
  longitude double precision not null,
  former_municipality text not null,
  accent text not null,
  silhouette text not null,
  postcodes text[] not null,
  joining text not null check (joining in ('at-once', 'officer-decides')),
  village_groups text[] not null,
  team_url text,
  primary key (municipality_id, kern_id)
);
select kernplein_tenant_table('kern');
