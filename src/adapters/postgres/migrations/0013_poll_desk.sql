-- Up Migration

-- What readers are told beside the ballot: plans that were left off and why, the phases before the vote. Not frozen, not counted.
alter table poll add background jsonb not null default '{"leftOff": [], "phases": {}}';

-- What happens now that the result is there, in the officer's words; she writes it, the count she cannot touch.
create table poll_next_steps (
  municipality_id text not null,
  poll_id uuid not null,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (municipality_id, poll_id),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('poll_next_steps');
