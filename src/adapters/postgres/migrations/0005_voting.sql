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

-- Casts a batch of ballots of one poll in the caller's transaction and returns one verdict per ballot, in the order given:
-- 'cast', 'replaced', or the code of the refusal. `received` is when each ballot reached the server, the time that counts.
-- The shared lock on the poll makes closing wait for ballots in flight. Ballots are written in the order of their fingerprints,
-- and the marks once per batch, so that neither place nor transaction tells who cast which.
create function kernplein_cast_ballots(the_poll uuid, persons uuid[], options text[], fingerprints text[], received timestamptz[])
  returns text[] language plpgsql as $$
declare
  m text := kernplein_municipality();
  p record;
  item record;
  box bit varying;
  seat integer;
  verdict text;
  verdicts text[] := array_fill(null::text, array[cardinality(persons)]);
  changed boolean := false;
begin
  select state, opens_at, closes_at into p from poll where municipality_id = m and poll_id = the_poll for share;
  if not found then
    return array_fill('not-found'::text, array[cardinality(persons)]);
  end if;
  select marks into box from roll_marks where municipality_id = m and poll_id = the_poll for update;
  for item in
    select * from unnest(persons, options, fingerprints, received) with ordinality as i (person, option, fingerprint, received, number)
    order by fingerprint, number
  loop
    select place into seat from roll where municipality_id = m and poll_id = the_poll and person_id = item.person;
    verdict := case
      when p.state = 'closed' or item.received >= p.closes_at then 'poll-closed'
      when p.state = 'planned' or item.received < p.opens_at then 'poll-not-open'
      when seat is null then 'not-on-the-roll'
      when not exists (select from poll_option where municipality_id = m and poll_id = the_poll and option_id = item.option) then 'invalid-input'
    end;
    if verdict is null then
      update ballot set option_id = item.option
        where municipality_id = m and poll_id = the_poll and token_fingerprint = item.fingerprint and get_bit(box, seat) = 1;
      if found then
        verdict := 'replaced';
      elsif get_bit(box, seat) = 1 then
        verdict := 'already-voted';
      else
        insert into ballot values (m, the_poll, item.fingerprint, item.option) on conflict do nothing;
        if found then
          box := set_bit(box, seat, 1);
          changed := true;
          verdict := 'cast';
        else
          verdict := 'invalid-input';
        end if;
      end if;
    end if;
    verdicts[item.number] := verdict;
  end loop;
  if changed then
    update roll_marks set marks = box where municipality_id = m and poll_id = the_poll;
  end if;
  return verdicts;
end $$;
grant execute on function kernplein_cast_ballots(uuid, uuid[], text[], text[], timestamptz[]) to kernplein_app;
