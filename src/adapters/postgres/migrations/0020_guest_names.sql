-- Up Migration

-- The name of who has no e-mail goes some time after the meeting; that she came still counts.
alter table meeting_attendee
  drop constraint meeting_attendee_check,
  drop constraint meeting_attendee_check1,
  add check (person_id is null or guest_name is null),
  add check (person_id is not null or standing <> 'not-coming');
create index meeting_attendee_named on meeting_attendee (municipality_id, meeting_id) where guest_name is not null;
