-- Up Migration

-- Kinds of mail that somebody said she does not want; without a row she gets them.
create table mail_stopped (
  municipality_id text not null,
  person_id uuid not null,
  kind text not null,
  since timestamptz not null,
  primary key (municipality_id, person_id, kind),
  foreign key (municipality_id, person_id) references person on delete cascade
);
select kernplein_tenant_table('mail_stopped');

-- 'unwanted': never sent, because she had stopped this kind when it would have left. Kept, so that nobody is called reached who was not.
alter table message_sent
  drop constraint message_sent_state_check,
  add constraint message_sent_state_check check (state in ('sending', 'sent', 'failed', 'unwanted'));

-- When somebody asked an officer to look at a message: how often in an hour and a day. A day is enough.
create table report_made (
  municipality_id text not null,
  person_id uuid not null,
  -- Made by whoever reports, so that sending twice counts once.
  report_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, person_id, report_id),
  foreign key (municipality_id, person_id) references person on delete cascade
);
select kernplein_tenant_table('report_made');

-- A correction of the municipality's answer keeps what stood there before.
alter table proposal
  add column answer_corrected_at timestamptz,
  add check (answer_corrected_at is null or answered_at is not null);

alter table proposal_event
  drop constraint proposal_event_event_check,
  add constraint proposal_event_event_check check (event in
    ('created', 'submitted', 'returned', 'refused', 'published', 'withdrawn', 'taken', 'answered', 'corrected', 'finished')),
  add column former_answer text,
  add column former_outcome text check (former_outcome in ('yes', 'partly', 'no')),
  add column former_signed_by text,
  add check ((event = 'corrected') = (former_answer is not null)),
  add check ((former_answer is null) = (former_outcome is null) and (former_answer is null) = (former_signed_by is null));
