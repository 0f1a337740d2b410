-- Up Migration

-- Dutch words are stemmed and accents ignored, so that "Babylonienbroek" finds "Babyloniënbroek" and "bankje" finds "bankjes".
create text search configuration kernplein_dutch (copy = dutch);
alter text search configuration kernplein_dutch alter mapping for hword, hword_part, word with unaccent, dutch_stem;

create table proposal (
  municipality_id text not null,
  proposal_id uuid not null,
  kern_id text not null,
  author_id uuid not null,
  title text not null,
  body text not null,
  place_label text,
  latitude double precision,
  longitude double precision,
  photo_id uuid,
  photo_alt text,
  state text not null check (state in ('draft', 'submitted', 'returned', 'refused', 'published', 'withdrawn')),
  reason text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  published_at timestamptz,
  decided_by uuid,
  answered_at timestamptz,
  answer text,
  support_count integer not null default 0,
  comment_count integer not null default 0,
  version integer not null default 1,
  words tsvector generated always as (
    setweight(to_tsvector('kernplein_dutch', title), 'A') || setweight(to_tsvector('kernplein_dutch', body), 'B')
  ) stored,
  primary key (municipality_id, proposal_id),
  foreign key (municipality_id, kern_id) references kern,
  foreign key (municipality_id, author_id) references person
);
create index proposal_newest on proposal (municipality_id, kern_id, published_at desc, proposal_id desc) where state = 'published';
create index proposal_newest_everywhere on proposal (municipality_id, published_at desc, proposal_id desc) where state = 'published';
create index proposal_most_supported on proposal (municipality_id, kern_id, support_count desc, proposal_id desc) where state = 'published';
create index proposal_most_supported_everywhere on proposal (municipality_id, support_count desc, proposal_id desc) where state = 'published';
create index proposal_most_discussed on proposal (municipality_id, kern_id, comment_count desc, proposal_id desc) where state = 'published';
create index proposal_queue on proposal (municipality_id, kern_id, submitted_at) where state = 'submitted';
create index proposal_by_author on proposal (municipality_id, author_id, changed_at desc);
create index proposal_words on proposal using gin (words);
create index proposal_title_alike on proposal using gin (title gin_trgm_ops);
select kernplein_tenant_table('proposal');

create table proposal_event (
  municipality_id text not null,
  proposal_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  event text not null,
  person_id uuid,
  reason text,
  primary key (municipality_id, proposal_id, sequence),
  foreign key (municipality_id, proposal_id) references proposal
);
select kernplein_tenant_table('proposal_event', 'select, insert');

create table support (
  municipality_id text not null,
  proposal_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, proposal_id, person_id),
  foreign key (municipality_id, proposal_id) references proposal,
  foreign key (municipality_id, person_id) references person
);
select kernplein_tenant_table('support');

create table comment (
  municipality_id text not null,
  proposal_id uuid not null,
  comment_id uuid not null,
  author_id uuid not null,
  stance text not null check (stance in ('for', 'against', 'question')),
  body text not null,
  at timestamptz not null,
  agree_count integer not null default 0,
  primary key (municipality_id, proposal_id, comment_id),
  foreign key (municipality_id, proposal_id) references proposal,
  foreign key (municipality_id, author_id) references person
);
create index comment_in_order on comment (municipality_id, proposal_id, stance, agree_count desc, at);
select kernplein_tenant_table('comment');

create table comment_agreement (
  municipality_id text not null,
  proposal_id uuid not null,
  comment_id uuid not null,
  person_id uuid not null,
  primary key (municipality_id, proposal_id, comment_id, person_id),
  foreign key (municipality_id, proposal_id, comment_id) references comment
);
select kernplein_tenant_table('comment_agreement');

-- What was uploaded; the bytes live in adapters/files under this id.
create table photo (
  municipality_id text not null,
  photo_id uuid not null,
  owner_id uuid not null,
  content_type text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  uploaded_at timestamptz not null,
  primary key (municipality_id, photo_id)
);
select kernplein_tenant_table('photo');
