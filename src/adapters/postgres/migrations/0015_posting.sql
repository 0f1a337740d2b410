-- Up Migration

-- When the bot said something in a thread, or has a turn to: Microsoft's limits are kept by all instances together. An hour is enough.
create table posting_sent (
  municipality_id text not null references municipality,
  thread text not null,
  turn bigint generated always as identity,
  at timestamptz not null,
  primary key (municipality_id, thread, turn)
);
create index posting_sent_in_thread on posting_sent (municipality_id, thread, at);
create index posting_sent_in_time on posting_sent (municipality_id, at);
select kernplein_tenant_table('posting_sent');

-- Until when Microsoft asked to say nothing more in this tenant.
create table posting_pause (
  municipality_id text not null references municipality,
  until timestamptz not null,
  primary key (municipality_id)
);
select kernplein_tenant_table('posting_pause');

-- The turn in a thread: gives the moment at which one more may be sent, not before `asked_at`, and takes it. Turns are given in the
-- order of asking. In a thread 7 in a second, 8 in two, 60 in thirty, 1800 in an hour
-- (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit); in a tenant 25 in a second, half of what Microsoft
-- names. Gives null, and takes nothing, when the turn would come more than `longest` after `asked_at`.
-- `waits` false: it is said at once, limits or not, and counts for what follows.
create function kernplein_posting_turn(said_in text, asked_at timestamptz, longest interval, waits boolean)
  returns timestamptz language plpgsql as $$
declare
  home text := kernplein_municipality();
  turn_at timestamptz := asked_at;
  blocking timestamptz;
  kept record;
begin
  perform pg_advisory_xact_lock(hashtextextended('posting ' || home, 0));
  delete from posting_sent where municipality_id = home and at < asked_at - interval '1 hour';
  if waits then
    select greatest(asked_at, max(until)) into turn_at from posting_pause where municipality_id = home;
    for kept in select * from (values (7, interval '1 second'), (8, interval '2 seconds'), (60, interval '30 seconds'),
      (1800, interval '1 hour')) as limits (most, within) loop
      select at into blocking from posting_sent where municipality_id = home and thread = said_in
        order by at desc, turn desc offset kept.most - 1 limit 1;
      if found then turn_at := greatest(turn_at, blocking + kept.within); end if;
    end loop;
    loop
      -- Turns lie ahead as well as behind: no second that this moment is part of may hold more than 25.
      select min(near.at) into blocking from (select at from posting_sent where municipality_id = home
        and at > turn_at - interval '1 second' and at < turn_at + interval '1 second' order by at limit 25) as near
        having count(*) = 25;
      exit when not found or blocking is null;
      turn_at := blocking + interval '1 second';
    end loop;
    if turn_at > asked_at + longest then return null; end if;
  end if;
  insert into posting_sent (municipality_id, thread, at) values (home, said_in, turn_at);
  return turn_at;
end $$;

-- A place where the bot can say nothing: since when and why. It is tried again now and then; what goes through ends it.
alter table conversation_place
  add column trouble text check (trouble in ('removed', 'blocked', 'archived', 'deleted', 'refused')),
  add column trouble_since timestamptz,
  add column trouble_detail text,
  add column trouble_tried_at timestamptz,
  add check ((trouble is null) = (trouble_since is null));

-- For whom a message was, in which kern and about what ("poll-opened <id>"), so that an officer sees who was reached.
alter table message_sent
  drop constraint message_sent_channel_check,
  add constraint message_sent_channel_check check (channel in ('mail', 'card', 'chat')),
  add column about text,
  add column kern_id text,
  add column person_id uuid;
create index message_sent_by_kern on message_sent (municipality_id, kern_id, about) include (at) where about is not null;

-- When an officer is not to be disturbed in her chat with the bot, in minutes after midnight in Amsterdam. Without a row 21:00 to 8:00.
create table chat_setting (
  municipality_id text not null,
  person_id uuid not null,
  quiet_from smallint not null check (quiet_from between 0 and 1439),
  quiet_until smallint not null check (quiet_until between 0 and 1439),
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references person
);
select kernplein_tenant_table('chat_setting');
