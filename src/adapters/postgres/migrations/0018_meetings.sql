-- Up Migration

create table meeting (
  municipality_id text not null,
  meeting_id uuid not null,
  kern_id text not null,
  title text not null,
  body text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  hall text not null,
  address text not null,
  latitude double precision,
  longitude double precision,
  online text,
  capacity integer check (capacity > 0),
  planned_by uuid not null,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  -- When this beginning was told: who hears of it after the day before needs no reminder.
  start_set_at timestamptz not null,
  reminded_at timestamptz,
  version integer not null default 1,
  cancelled_at timestamptz,
  cancel_reason text,
  minutes text,
  attended integer check (attended >= 0),
  minutes_at timestamptz,
  coming_count integer not null default 0,
  waiting_count integer not null default 0,
  -- The number that the next who answers gets in line.
  next_place integer not null default 1,
  primary key (municipality_id, meeting_id),
  foreign key (municipality_id, kern_id) references kern,
  foreign key (municipality_id, planned_by) references person,
  check (ends_at > starts_at),
  check ((latitude is null) = (longitude is null)),
  check ((cancelled_at is null) = (cancel_reason is null)),
  check ((minutes_at is null) = (minutes is null)),
  check (attended is null or minutes is not null)
);
create index meeting_of_kern on meeting (municipality_id, kern_id, starts_at, meeting_id);
create index meeting_everywhere on meeting (municipality_id, starts_at, meeting_id);
select kernplein_tenant_table('meeting');

create table meeting_proposal (
  municipality_id text not null,
  meeting_id uuid not null,
  proposal_id uuid not null,
  position integer not null,
  primary key (municipality_id, meeting_id, proposal_id),
  foreign key (municipality_id, meeting_id) references meeting,
  foreign key (municipality_id, proposal_id) references proposal
);
create index meeting_about_proposal on meeting_proposal (municipality_id, proposal_id);
select kernplein_tenant_table('meeting_proposal');

-- Who answered: a person, or a name that an officer wrote down. `place`: the order in which they answered "coming".
create table meeting_attendee (
  municipality_id text not null,
  meeting_id uuid not null,
  attendee_id uuid not null,
  person_id uuid,
  guest_name text,
  standing text not null check (standing in ('coming', 'waiting', 'not-coming')),
  at timestamptz not null,
  place integer not null,
  primary key (municipality_id, meeting_id, attendee_id),
  foreign key (municipality_id, meeting_id) references meeting,
  foreign key (municipality_id, person_id) references person,
  check ((person_id is null) <> (guest_name is null)),
  check (guest_name is null or standing <> 'not-coming')
);
create unique index meeting_attendee_once on meeting_attendee (municipality_id, meeting_id, person_id) where person_id is not null;
create index meeting_attendee_in_line on meeting_attendee (municipality_id, meeting_id, standing, place);
create index meeting_attendee_of_person on meeting_attendee (municipality_id, person_id, meeting_id) where person_id is not null;
select kernplein_tenant_table('meeting_attendee');
