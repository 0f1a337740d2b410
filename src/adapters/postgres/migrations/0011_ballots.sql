-- Up Migration

-- Ballots of the first form hold no commitment and cannot be carried over; a count that has not been made would be lost.
do $$ begin
  if exists (select from ballot b join poll p using (municipality_id, poll_id) where p.state <> 'closed') then
    raise exception 'A poll is open. Let it close with the previous version first; on one''s own machine: kernplein reset.';
  end if;
end $$;

-- Level 0: named. 1: secret. 2: secret from whoever runs this database too.
alter table poll
  add level smallint not null default 1 check (level in (0, 1, 2)),
  add show_names boolean not null default false,
  add form jsonb,
  add count jsonb,
  add electorate jsonb not null default '{"assurance": "mail", "per": "person", "minAge": null}',
  -- Canonical JSON, frozen at the opening; null before it and at level 0. docs/ballot-format.md, section 2.
  add definition text;
update poll set
  form = case kind when 'own-options' then '{"kind": "single"}'::jsonb else '{"kind": "for-against-abstain"}'::jsonb end,
  count = case kind when 'own-options' then '{"rule": "plurality", "seats": 1}'::jsonb
    else '{"rule": "majority", "share": "half", "of": "votes", "quorum": 0}'::jsonb end;
alter table poll alter form set not null, alter count set not null, alter level drop default, alter electorate drop default,
  drop column kind;

alter table poll_option
  add summary text not null default '',
  add cost_cents bigint not null default 0 check (cost_cents >= 0),
  add theme text,
  add proposal_id uuid,
  add photo_id uuid,
  add latitude double precision,
  add longitude double precision;

-- A poll in the making: apart, so that no list or count can ever take it for one.
create table poll_draft (
  municipality_id text not null,
  draft_id uuid not null,
  kern_id text not null,
  owner_id uuid not null,
  content jsonb not null,
  saved_at timestamptz not null,
  primary key (municipality_id, draft_id),
  foreign key (municipality_id, kern_id) references kern
);
select kernplein_tenant_table('poll_draft');

create table poll_extension (
  municipality_id text not null,
  poll_id uuid not null,
  position integer not null,
  closes_at timestamptz not null,
  reason text not null,
  -- Null at level 0, which has no keys.
  signature text,
  primary key (municipality_id, poll_id, position),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('poll_extension', 'select, insert');

-- Private halves are sealed under a secret that is not in this database, and gone once they have done their work.
create table poll_key (
  municipality_id text not null,
  poll_id uuid not null,
  sign_public text not null,
  sign_private bytea,
  pass_private bytea,
  primary key (municipality_id, poll_id),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('poll_key', 'select, insert, update');

-- A household shares a place.
alter table roll drop constraint roll_municipality_id_poll_id_place_key;
create index roll_by_place on roll (municipality_id, poll_id, place);

-- `marks`: every place that has voted or taken a pass; `paper` and `assisted`: which of those on paper, or with a helper.
-- `helped`: how many each helper helped, by person.
alter table roll_marks add paper bit varying, add assisted bit varying, add helped jsonb not null default '{}';
update roll_marks set paper = repeat('0', length(marks))::bit varying, assisted = repeat('0', length(marks))::bit varying;
alter table roll_marks alter paper set not null, alter assisted set not null;

-- SHA-256 over poll, place and the blinded message that was signed. The message itself is kept nowhere, so a row is nobody's; who
-- asks again with the same message gets the same signature, with another one none.
create table pass_issued (
  municipality_id text not null,
  poll_id uuid not null,
  binding bytea not null,
  primary key (municipality_id, poll_id, binding),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('pass_issued', 'select, insert');

-- What was chosen, never by whom or when: docs/ballot-format.md, sections 4 and 5. `batch` is null while the slip waits for the log.
drop function kernplein_cast_ballots;
drop table ballot;
create table slip (
  municipality_id text not null,
  poll_id uuid not null,
  commitment bytea not null,
  caster bytea not null,
  version smallint not null,
  key bytea not null,
  salt bytea not null,
  choice jsonb not null,
  pass bytea,
  batch integer,
  -- A commitment is over the poll as well, so it stands in one poll only. No two indexes begin alike: with a plan that was made while the
  -- table was small, PostgreSQL would otherwise look for one slip among all of its poll.
  primary key (municipality_id, commitment),
  unique (municipality_id, caster, poll_id, version),
  foreign key (municipality_id, poll_id) references poll
);
create index slip_by_poll on slip (municipality_id, poll_id);
select kernplein_tenant_table('slip');

-- The hash tree so far: `peaks` are the roots of its full subtrees, largest first (hex).
create table poll_log (
  municipality_id text not null,
  poll_id uuid not null,
  batches integer not null default 0,
  size integer not null default 0,
  peaks text[] not null default '{}',
  last_at timestamptz not null,
  primary key (municipality_id, poll_id),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('poll_log', 'select, insert, update');

create table log_head (
  municipality_id text not null,
  poll_id uuid not null,
  batch integer not null,
  size integer not null,
  root text not null,
  signature text not null,
  primary key (municipality_id, poll_id, batch),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('log_head', 'select, insert');

-- Who asked to get each head by mail.
create table log_follower (
  municipality_id text not null,
  poll_id uuid not null,
  person_id uuid not null,
  primary key (municipality_id, poll_id, person_id),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('log_follower');

-- Level 0 only.
create table named_ballot (
  municipality_id text not null,
  poll_id uuid not null,
  person_id uuid not null,
  choice jsonb not null,
  primary key (municipality_id, poll_id, person_id),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('named_ballot', 'select, insert, update');

-- Paper that two people entered alike. `choices` sorted by canonical JSON.
create table paper_batch (
  municipality_id text not null,
  poll_id uuid not null,
  batch integer not null,
  choices jsonb not null,
  spoiled integer not null,
  primary key (municipality_id, poll_id, batch),
  foreign key (municipality_id, poll_id) references poll
);
select kernplein_tenant_table('paper_batch', 'select, insert');

-- `result`: the canonical JSON that `signature` signs; null at level 0. `beside`: a budget's other rule on the same ballots.
alter table tally
  add spoiled integer not null default 0,
  add outcome jsonb,
  add seed text,
  add result text,
  add signature text,
  add beside jsonb,
  add names jsonb;
update tally t set outcome = jsonb_build_object(
  'rule', p.count ->> 'rule', 'winners', case when p.count ->> 'rule' = 'plurality' then t.counts -> 'leading'
    when t.counts -> 'leading' = '["for"]' then '["for"]'::jsonb else '[]'::jsonb end,
  'decided', case when p.count ->> 'rule' = 'majority' then to_jsonb(t.counts -> 'leading' = '["for"]') end,
  'quorum', null, 'votes', (select coalesce(jsonb_object_agg(c ->> 'option', c -> 'votes'), '{}') from jsonb_array_elements(t.counts -> 'counts') c),
  'points', null, 'ties', '[]'::jsonb, 'marked', null, 'ranked', null, 'budget', null)
from poll p where p.municipality_id = t.municipality_id and p.poll_id = t.poll_id;
alter table tally alter outcome set not null, drop column counts;

-- docs/ballot-format.md, section 8, as it is handed out.
create table poll_export (
  municipality_id text not null,
  poll_id uuid not null,
  gzip bytea not null,
  primary key (municipality_id, poll_id),
  foreign key (municipality_id, poll_id) references poll
);
alter table poll_export alter gzip set storage external;
select kernplein_tenant_table('poll_export', 'select, insert');

-- Puts a batch of slips of one poll into the box, in the caller's transaction. One verdict for each, in the order given: 'cast',
-- 'replaced', 'repeated' (this very slip is in the box already), 'version-behind N' (N is the highest version of this caster), or the
-- code of a refusal. No caster may stand in a batch twice.
-- `places`: places on the roll that are marked (level 1), or null (level 2, where taking the pass has marked them).
-- `helpers`: who helped, or nulls. `received`: when each slip reached the server, the time that counts.
-- `others`: slips that wait for the log, picked at random by the caller. They are taken out and put back among the new ones, in the order
-- of commitments: by its place or its transaction a waiting slip can be told from them no longer. `sealed`: batches in the log by now.
create function kernplein_cast_slips(the_poll uuid, places integer[], helpers uuid[], commitments bytea[], casters bytea[],
    versions smallint[], keys bytea[], salts bytea[], choices jsonb[], passes bytea[], received timestamptz[], others bytea[],
    out verdicts text[], out sealed integer)
  -- Plans are kept for the whole connection, and the first ones are made while the table is small.
  language plpgsql set enable_seqscan = off as $$
declare
  m text := kernplein_municipality();
  p record;
  -- Single variables and no record: an unassigned record may not even be named, and at level 2 they stay null.
  all_marks bit varying;
  on_paper bit varying;
  with_help bit varying;
  help_given jsonb;
  item record;
  verdict text;
  changed boolean := false;
begin
  verdicts := array_fill(null::text, array[cardinality(commitments)]);
  -- Shared, so that closing waits for ballots in flight.
  select state, opens_at, closes_at, level into p from poll where municipality_id = m and poll_id = the_poll for share;
  if not found or p.level = 0 or (p.level = 1) <> (places is not null) then
    verdicts := array_fill('not-found'::text, array[cardinality(commitments)]);
    return;
  end if;
  -- One batch of a poll at a time.
  select batches into sealed from poll_log where municipality_id = m and poll_id = the_poll for update;
  if places is not null then
    select marks, paper, assisted, helped into all_marks, on_paper, with_help, help_given from roll_marks where municipality_id = m and poll_id = the_poll for update;
  end if;

  for item in
    select i.number, i.place, i.helper, i.version, i.received,
      -- One probe of one index each, whatever the plan: the cast keeps the index by poll out of it.
      (select s.version from slip s where s.municipality_id = m and s.caster = i.caster and s.poll_id::text = the_poll::text
        order by s.version desc limit 1) as highest,
      (select true from slip s where s.municipality_id = m and s.commitment = i.commitment) as here
    from unnest(places, helpers, commitments, casters, versions, received) with ordinality
      as i (place, helper, commitment, caster, version, received, number)
  loop
    verdict := case
      when item.here and (places is null or item.place is not null) then 'repeated'
      when p.state = 'closed' or item.received >= p.closes_at then 'poll-closed'
      when p.state = 'planned' or item.received < p.opens_at then 'poll-not-open'
      when places is not null and item.place is null then 'not-on-the-roll'
      when places is not null and item.highest is null and get_bit(on_paper, item.place) = 1 then 'voted-on-paper'
      when places is not null and item.highest is null and get_bit(all_marks, item.place) = 1 then 'already-voted'
      -- Somebody else's ballot: her own place is not marked.
      when places is not null and item.highest is not null and get_bit(all_marks, item.place) = 0 then 'invalid-input'
      when item.version <= item.highest then 'version-behind ' || item.highest
      when item.highest is not null then 'replaced'
      else 'cast'
    end;
    if verdict = 'cast' and places is not null then
      all_marks := set_bit(all_marks, item.place, 1);
      if item.helper is not null then
        with_help := set_bit(with_help, item.place, 1);
        help_given := kernplein_one_more(help_given, item.helper);
      end if;
      changed := true;
    end if;
    verdicts[item.number] := verdict;
  end loop;

  if changed then
    update roll_marks set marks = all_marks, assisted = with_help, helped = help_given where municipality_id = m and poll_id = the_poll;
  end if;
  with moved as (
    delete from slip where municipality_id = m and commitment = any(others) and batch is null
      and exists (select from unnest(verdicts) v where v in ('cast', 'replaced'))
    returning commitment, caster, version, key, salt, choice, pass
  )
  insert into slip (municipality_id, poll_id, commitment, caster, version, key, salt, choice, pass)
    select m, the_poll, * from (
      select commitment, caster, version, key, salt, choice, pass
        from unnest(verdicts, commitments, casters, versions, keys, salts, choices, passes)
          as i (said, commitment, caster, version, key, salt, choice, pass)
        where said in ('cast', 'replaced')
      union all select * from moved) s
    order by commitment;
end $$;

create function kernplein_one_more(counts jsonb, who uuid) returns jsonb language sql immutable as
  $$ select counts || jsonb_build_object(who, coalesce((counts ->> who::text)::integer, 0) + 1) $$;

-- Marks a place for a voting pass. 'issued'; 'again' (this very message was signed before); or the code of a refusal.
create function kernplein_issue_pass(the_poll uuid, the_place integer, the_helper uuid, the_binding bytea, received timestamptz)
  returns text language plpgsql as $$
declare
  m text := kernplein_municipality();
  p record;
  box record;
begin
  select state, opens_at, closes_at, level into p from poll where municipality_id = m and poll_id = the_poll for share;
  if not found or p.level <> 2 then return 'not-found'; end if;
  if p.state = 'closed' or received >= p.closes_at then return 'poll-closed'; end if;
  if p.state = 'planned' or received < p.opens_at then return 'poll-not-open'; end if;
  if the_place is null then return 'not-on-the-roll'; end if;
  select marks, paper, assisted, helped into box from roll_marks where municipality_id = m and poll_id = the_poll for update;
  if exists (select from pass_issued where municipality_id = m and poll_id = the_poll and binding = the_binding) then return 'again'; end if;
  if get_bit(box.paper, the_place) = 1 then return 'voted-on-paper'; end if;
  if get_bit(box.marks, the_place) = 1 then return 'pass-taken'; end if;
  insert into pass_issued values (m, the_poll, the_binding);
  update roll_marks set marks = set_bit(marks, the_place, 1),
    assisted = case when the_helper is null then assisted else set_bit(assisted, the_place, 1) end,
    helped = case when the_helper is null then helped else kernplein_one_more(helped, the_helper) end
    where municipality_id = m and poll_id = the_poll;
  return 'issued';
end $$;

-- Marks a place for a paper ballot; 'marked' or the code of a refusal. A place that is marked already has voted by another channel.
create function kernplein_mark_paper(the_poll uuid, the_place integer, received timestamptz) returns text language plpgsql as $$
declare
  m text := kernplein_municipality();
  p record;
  box record;
begin
  select state, opens_at, closes_at, level into p from poll where municipality_id = m and poll_id = the_poll for share;
  if not found or p.level = 0 then return 'not-found'; end if;
  if p.state = 'closed' or received >= p.closes_at then return 'poll-closed'; end if;
  if p.state = 'planned' or received < p.opens_at then return 'poll-not-open'; end if;
  if the_place is null then return 'not-on-the-roll'; end if;
  select marks, paper into box from roll_marks where municipality_id = m and poll_id = the_poll for update;
  if get_bit(box.paper, the_place) = 1 then return 'voted-on-paper'; end if;
  if get_bit(box.marks, the_place) = 1 then return 'already-voted'; end if;
  update roll_marks set marks = set_bit(marks, the_place, 1), paper = set_bit(paper, the_place, 1)
    where municipality_id = m and poll_id = the_poll;
  return 'marked';
end $$;

-- Enters all waiting slips into the log as batch `the_batch` and gives their commitments in the order of the log.
create function kernplein_seal_batch(the_poll uuid, the_batch integer) returns setof bytea language sql as $$
  with moved as (
    delete from slip where municipality_id = kernplein_municipality() and poll_id = the_poll and batch is null
    returning municipality_id, poll_id, commitment, caster, version, key, salt, choice, pass
  )
  insert into slip (municipality_id, poll_id, commitment, caster, version, key, salt, choice, pass, batch)
    select moved.*, the_batch from moved order by commitment
    returning commitment
$$;

grant execute on function kernplein_cast_slips(uuid, integer[], uuid[], bytea[], bytea[], smallint[], bytea[], bytea[], jsonb[], bytea[], timestamptz[], bytea[]) to kernplein_app;
grant execute on function kernplein_one_more(jsonb, uuid) to kernplein_app;
grant execute on function kernplein_issue_pass(uuid, integer, uuid, bytea, timestamptz) to kernplein_app;
grant execute on function kernplein_mark_paper(uuid, integer, timestamptz) to kernplein_app;
grant execute on function kernplein_seal_batch(uuid, integer) to kernplein_app;
