-- Up Migration

-- What was made in Microsoft 365 for a kern. The row is written before the call that makes the thing ('intent'), its id the moment
-- Graph tells it, and 'created' once it can be used; so after any interruption it is known what may exist under which marker.
create table provisioned_resource (
  municipality_id text not null references municipality,
  resource text not null check (resource in ('team', 'app', 'channel', 'tab', 'owner', 'member')),
  -- Unique per resource: 'arkel' (team, app), 'arkel/voorstellen' (channel), 'arkel/voorstellen/kernplein' (tab),
  -- 'arkel/<object id>' (owner), 'thema:lekdijk/<address>' (member of a theme team).
  key text not null,
  kern_id text not null,
  state text not null check (state in ('intent', 'created')),
  graph_id text,
  -- What to look for in Microsoft 365 when the outcome of the call is unknown: team description tag, channel name, tab entity id.
  marker text not null,
  details jsonb not null default '{}',
  updated_at timestamptz not null,
  primary key (municipality_id, resource, key),
  check (state = 'intent' or graph_id is not null)
);
create unique index provisioned_team_by_graph_id on provisioned_resource (municipality_id, graph_id) where resource = 'team' and graph_id is not null;
create index provisioned_resource_by_kern on provisioned_resource (municipality_id, kern_id);
select kernplein_tenant_table('provisioned_resource');

-- Differences that others than Kernplein made in a team, since they were first seen: each is told to the officer once.
create table provisioning_drift (
  municipality_id text not null references municipality,
  kern_id text not null,
  -- 'tab-removed/voorstellen-arkel'
  what text not null,
  found_at timestamptz not null,
  primary key (municipality_id, kern_id, what)
);
select kernplein_tenant_table('provisioning_drift');

-- Where a municipality went that merged into another, and how its kernen are called there: links to the old one still lead somewhere.
alter table municipality_directory
  add column merged_into text references municipality_directory,
  -- {"old slug": "new slug"}
  add column merged_kernen jsonb not null default '{}';
create or replace function kernplein_municipalities() returns table (municipality_id text, name text, entra_tenant_id text)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query select m.municipality_id, m.name, m.entra_tenant_id from municipality_directory m
    where m.merged_into is null order by m.name;
end $$;
create function kernplein_merged_municipalities() returns table (municipality_id text, merged_into text, merged_kernen jsonb)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query select m.municipality_id, m.merged_into, m.merged_kernen from municipality_directory m where m.merged_into is not null;
end $$;
