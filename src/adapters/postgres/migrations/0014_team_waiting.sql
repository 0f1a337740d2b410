-- Up Migration

-- Since when a member waits to be let into the kern's team; null once that is settled, one way or the other. Written in the transaction
-- that takes her in, so that nobody who waits is lost when a process dies.
alter table membership add column waits_for_team_since timestamptz;
create index membership_waits_for_team on membership (municipality_id, waits_for_team_since)
  where waits_for_team_since is not null and left_at is null;
