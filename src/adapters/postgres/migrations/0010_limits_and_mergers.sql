-- Up Migration

-- How full what Microsoft limits is, as last measured. `threshold`: the share in percent that was told to the administrators (0: none).
create table platform_limit (
  municipality_id text not null references municipality,
  what text not null check (what in ('members', 'owners', 'channels', 'objects', 'teams')),
  -- A kern or theme team; '*' for the whole tenant.
  kern_id text not null,
  used integer not null,
  most integer not null,
  threshold integer not null,
  measured_at timestamptz not null,
  primary key (municipality_id, what, kern_id)
);
select kernplein_tenant_table('platform_limit');

-- Channels as last seen: a deleted one counts towards the team's limit for thirty days more, and Graph does not show it.
create table channel_seen (
  municipality_id text not null references municipality,
  kern_id text not null,
  channel_id text not null,
  seen_at timestamptz not null,
  primary key (municipality_id, kern_id, channel_id)
);
select kernplein_tenant_table('channel_seen');

-- The tenant that a merged municipality left behind: who still comes from there is told where to go. Null when the new one took it over.
alter table municipality_directory add column left_tenant_id text;
drop function kernplein_merged_municipalities();
create function kernplein_merged_municipalities()
  returns table (municipality_id text, merged_into text, merged_kernen jsonb, left_tenant_id text)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query select m.municipality_id, m.merged_into, m.merged_kernen, m.left_tenant_id from municipality_directory m
    where m.merged_into is not null;
end $$;

-- The kern that somebody leaves once the officer of the new one says yes: she moves house.
alter table join_request
  add column from_kern_id text,
  add foreign key (municipality_id, from_kern_id) references kern (municipality_id, kern_id);

-- Of an officer: her face beside her name in mails.
alter table person add column photo_url text;
