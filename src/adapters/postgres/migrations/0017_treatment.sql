-- Up Migration

-- What the municipality does with a published proposal. Apart from `state`, which says whether it stands on the square: search, lists
-- and polls go on asking that alone.
alter table proposal
  add column treatment text not null default 'none' check (treatment in ('none', 'in-treatment', 'answered', 'done')),
  add column treated_at timestamptz,
  -- Who looks at it, in a sentence for everybody.
  add column handled_by text,
  add column answer_due date,
  add column answer_outcome text check (answer_outcome in ('yes', 'partly', 'no')),
  -- Function or department: no answer is a person's own.
  add column answer_signed_by text,
  add column finished_at timestamptz,
  add column finish text,
  add check ((treated_at is null) = (handled_by is null)),
  add check ((treatment in ('answered', 'done')) = (answered_at is not null)),
  add check (answered_at is null or (answer is not null and answer_outcome is not null and answer_signed_by is not null)),
  add check ((treatment = 'done') = (finished_at is not null)),
  add check ((finished_at is null) = (finish is null));

create index proposal_in_treatment on proposal (municipality_id, kern_id, treatment, published_at desc, proposal_id desc)
  where state = 'published' and treatment <> 'none';
create index proposal_promised on proposal (municipality_id, answer_due)
  where state = 'published' and answered_at is null and answer_due is not null;

alter table proposal_event
  drop constraint proposal_event_event_check,
  add constraint proposal_event_event_check check (event in
    ('created', 'submitted', 'returned', 'refused', 'published', 'withdrawn', 'taken', 'answered', 'finished')),
  -- By when an answer was promised with this event.
  add column answer_due date;
