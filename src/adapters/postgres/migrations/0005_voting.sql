-- Up Migration

create table poll (
  municipality_id text not null,
  poll_id uuid not null,
  kern_id text not null,
  proposal_id uuid,
  question text not null,
  explanation text not null default '',
  kind text not null check (kind in ('for-against-abstain', 'own-options')),
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  state text not null check (state in ('planned', 'open', 'closed')),
  opened_by uuid not null,
  roll_size integer,
  -- SHA-256 over question, options and times, fixed when the roll is.
  frozen_hash text,
  primary key (municipality_id, poll_id),
  foreign key (municipality_id, kern_id) references kern
);
create index poll_by_kern on poll (municipality_id, kern_id, closes_at desc);
create index poll_by_proposal on poll (municipality_id, proposal_id) where proposal_id is not null;
select kernplein_tenant_table('poll');

create table poll_option (
  municipality_id text not null,
  poll_id uuid not null,
  option_id text not null,
  position integer not null,
  label text not null,
  primary key (municipality_id, poll_id, option_id),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('poll_option');

-- Who may vote. Written in one go when the poll opens; `place` is a random number within the poll. A row is never changed by voting.
create table roll (
  municipality_id text not null,
  poll_id uuid not null,
  person_id uuid not null,
  place integer not null,
  primary key (municipality_id, poll_id, person_id),
  unique (municipality_id, poll_id, place),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('roll', 'select, insert');

-- Who has voted: one bit per place on the roll, all in one row per poll. That row's system columns (xmin, ctid) tell which
-- transaction voted last, never which person, so nothing here can be laid beside the ballots one by one.
create table roll_marks (
  municipality_id text not null,
  poll_id uuid not null,
  marks bit varying not null,
  primary key (municipality_id, poll_id),
  foreign key (municipality_id, poll_id) references poll
) with (fillfactor = 50);
select kernplein_tenant_table('roll_marks', 'select, insert, update');

-- What was chosen, never by whom or when. The key is the fingerprint of a secret that only the voter's device keeps.
create table ballot (
  municipality_id text not null,
  poll_id uuid not null,
  token_fingerprint text not null,
  option_id text not null,
  primary key (municipality_id, poll_id, token_fingerprint),
  foreign key (municipality_id, poll_id, option_id) references poll_option
);
select kernplein_tenant_table('ballot', 'select, insert, update');

create table tally (
  municipality_id text not null,
  poll_id uuid not null,
  counted_at timestamptz not null,
  voters integer not null,
  counts jsonb not null,
  primary key (municipality_id, poll_id),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('tally', 'select, insert');
