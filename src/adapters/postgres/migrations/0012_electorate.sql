-- Up Migration

-- Where somebody says that she lives: for the rolls of polls that ask it, and for nothing else.
create table declared_address (
  municipality_id text not null,
  person_id uuid not null,
  postcode text not null check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  house_number integer not null check (house_number between 1 and 99999),
  -- Capital letters and digits; empty without.
  addition text not null default '',
  declared_at timestamptz not null,
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references person
);
select kernplein_tenant_table('declared_address');

alter table poll
  -- How the roll was made up when it was fixed: {"mail": n, "address": n, "letter": n}, people or letters.
  add roll_parts jsonb,
  -- An officer said after the closing time that no more paper will come.
  add paper_finished boolean not null default false;

-- Voting letters. The code stands here only as an HMAC under a secret that is not in this database. A spare has no place until it
-- takes the place of a lost letter, which then has neither place nor code.
create table letter (
  municipality_id text not null,
  poll_id uuid not null,
  serial integer not null,
  place integer,
  fingerprint bytea,
  spare boolean not null,
  primary key (municipality_id, poll_id, serial),
  unique (municipality_id, poll_id, fingerprint),
  unique (municipality_id, poll_id, place),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('letter');

-- A stack of paper ballots while it is entered. `settled`: the ballots as agreed where the two entries differed. `batch`: its number
-- once it is published (paper_batch).
create table paper_stack (
  municipality_id text not null,
  poll_id uuid not null,
  stack integer not null,
  settled jsonb,
  batch integer,
  primary key (municipality_id, poll_id, stack),
  unique (municipality_id, poll_id, batch),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('paper_stack');

-- What one person read from the stack, ballot by ballot; gone once the stack is published.
create table paper_entry (
  municipality_id text not null,
  poll_id uuid not null,
  stack integer not null,
  round smallint not null check (round in (1, 2)),
  person_id uuid not null,
  ballots jsonb not null,
  primary key (municipality_id, poll_id, stack, round),
  unique (municipality_id, poll_id, stack, person_id),
  foreign key (municipality_id, poll_id, stack) references paper_stack
);
select kernplein_tenant_table('paper_entry');

-- Takes back the mark of a paper ballot that was handed in unused; 'unmarked' or the code of a refusal. Nothing once any paper ballot of
-- this poll has been entered: from then on nobody can tell which of them are in the stack.
create function kernplein_unmark_paper(the_poll uuid, the_place integer, received timestamptz) returns text language plpgsql as $$
declare
  m text := kernplein_municipality();
  p record;
  box record;
begin
  select state, closes_at into p from poll where municipality_id = m and poll_id = the_poll for share;
  if not found then return 'not-found'; end if;
  if p.state = 'closed' or received >= p.closes_at then return 'poll-closed'; end if;
  if the_place is null then return 'not-on-the-roll'; end if;
  if exists (select from paper_stack where municipality_id = m and poll_id = the_poll) then return 'paper-entered'; end if;
  select marks, paper into box from roll_marks where municipality_id = m and poll_id = the_poll for update;
  if not found or get_bit(box.paper, the_place) = 0 then return 'not-found'; end if;
  update roll_marks set marks = set_bit(marks, the_place, 0), paper = set_bit(paper, the_place, 0)
    where municipality_id = m and poll_id = the_poll;
  return 'unmarked';
end $$;
grant execute on function kernplein_unmark_paper(uuid, integer, timestamptz) to kernplein_app;
