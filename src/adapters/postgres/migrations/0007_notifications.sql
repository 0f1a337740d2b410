-- Up Migration

-- One row per message that must leave once: the key makes a job that runs twice send once.
create table message_sent (
  municipality_id text not null references municipality,
  message_key text not null,
  channel text not null check (channel in ('mail', 'card')),
  state text not null check (state in ('sending', 'sent', 'failed')),
  detail text,
  at timestamptz not null,
  primary key (municipality_id, message_key)
);
select kernplein_tenant_table('message_sent');

-- Where the bot may speak: one row per place (team or person) as the Bot Framework told us, in our own words.
create table conversation_place (
  municipality_id text not null references municipality,
  place text not null,
  kern_id text,
  person_id uuid,
  service_url text not null,
  team_id text,
  channel_id text,
  conversation_id text not null,
  bot_id text not null,
  changed_at timestamptz not null,
  primary key (municipality_id, place)
);
select kernplein_tenant_table('conversation_place');

-- Cards that were posted, so that they can be brought up to date.
create table card_posted (
  municipality_id text not null references municipality,
  object text not null,
  place text not null,
  conversation_id text not null,
  activity_id text not null,
  updated_at timestamptz not null,
  primary key (municipality_id, object, place)
);
select kernplein_tenant_table('card_posted');
