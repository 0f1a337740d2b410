-- Up Migration

-- What was seen of a person on her way into Teams. Each moment is written once, by whoever sees it first; a mail's outcome is the last one.
create table guest (
  municipality_id text not null,
  person_id uuid not null,
  -- When Microsoft made her a guest, and the link that accepts it; null for who has no account.
  invited_at timestamptz,
  redeem_url text,
  -- When she last asked for a new invitation: nobody can make us invite without end.
  renewed_at timestamptz,
  -- When the last mail that invites, welcomes or reminds was taken by her mail system, or was refused for good and why.
  mailed_at timestamptz,
  mail_failed_at timestamptz,
  mail_failure text,
  accepted_at timestamptz,
  tab_opened_at timestamptz,
  bot_reachable_at timestamptz,
  -- First sign-in by a mail link.
  web_opened_at timestamptz,
  -- Out of the directory because no membership was left; Microsoft gives her back for 30 days.
  removed_at timestamptz,
  removed_oid text,
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references person,
  check ((removed_at is null) = (removed_oid is null))
);
select kernplein_tenant_table('guest');

-- Who was invited by an officer rather than asking herself: by whom and on what consent. And when she was first seen in the kern's team.
alter table membership
  add column invited_by uuid,
  add column consent_basis text,
  add column seen_in_team_at timestamptz;

-- A block holds from `since` until `until` (without end when null) unless it is lifted before. Rows stay: why somebody was kept out is answered for.
create table person_block (
  municipality_id text not null,
  block_id uuid not null,
  person_id uuid not null,
  kern_id text not null,
  reason text not null,
  blocked_by uuid not null,
  since timestamptz not null,
  until timestamptz,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (municipality_id, block_id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, kern_id) references kern,
  check (until > since)
);
create index person_block_by_person on person_block (municipality_id, person_id) where lifted_at is null;
select kernplein_tenant_table('person_block');

-- A new address that its owner must confirm from that very mailbox.
create table email_change (
  municipality_id text not null,
  token_fingerprint text not null,
  person_id uuid not null,
  email text not null check (email = lower(email)),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (municipality_id, token_fingerprint),
  foreign key (municipality_id, person_id) references person
);
create index email_change_by_person on email_change (municipality_id, person_id);
select kernplein_tenant_table('email_change');

-- How far the tenant's guests were read: Microsoft's link for the next time.
create table guest_watch (
  municipality_id text not null references municipality,
  link text not null,
  read_at timestamptz not null,
  primary key (municipality_id)
);
select kernplein_tenant_table('guest_watch');
