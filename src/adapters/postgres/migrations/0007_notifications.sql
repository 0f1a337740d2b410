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

-- Where the bot may speak, as the Bot Framework told us, in our own words: one row per team and per 1:1 chat.
create table conversation_place (
  municipality_id text not null references municipality,
  -- 'team 19:...@thread.tacv2' or 'person <Entra object id>'.
  place text not null,
  -- Null for a 1:1 chat, and for a team that is no kern's.
  kern_id text,
  -- Regional address of the Bot Connector; it may change with any message.
  service_url text not null,
  -- The team's channel General (whose id is the team's), or the 1:1 chat.
  conversation_id text not null,
  -- The team's channel for proposals; null while it has none.
  proposals_channel_id text,
  bot_id text not null,
  changed_at timestamptz not null,
  primary key (municipality_id, place),
  foreign key (municipality_id, kern_id) references kern
);
create index conversation_place_by_kern on conversation_place (municipality_id, kern_id) where kern_id is not null;
select kernplein_tenant_table('conversation_place');

-- Cards that were posted, so that they can be brought up to date.
create table card_posted (
  municipality_id text not null references municipality,
  -- 'proposal <id>', 'poll <id>' or 'outcome <id of the poll>'.
  object text not null,
  -- Of conversation_place.
  place text not null,
  conversation_id text not null,
  activity_id text not null,
  -- SHA-256 of what the card shows: nothing is sent when nothing changed.
  shows text not null,
  updated_at timestamptz not null,
  primary key (municipality_id, object)
);
select kernplein_tenant_table('card_posted');
