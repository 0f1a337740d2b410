-- Up Migration

-- When somebody last read the council's overview, and until when she read it the time before: what is new since then is told to her
-- alone. No history is kept, and nothing of it stands in the audit.
create table council_visit (
  municipality_id text not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  previous_at timestamptz,
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references person on delete cascade
);
select kernplein_tenant_table('council_visit');

-- A year's supports and comments by month, without reading those of all years.
create index support_in_time on support (municipality_id, at) include (proposal_id, person_id);
create index comment_in_time on comment (municipality_id, at) include (proposal_id);
