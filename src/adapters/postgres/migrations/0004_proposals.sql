-- Up Migration

create extension if not exists btree_gin;

-- Words as PostgreSQL cuts them: accents ignored ("Babylonienbroek" finds "Babyloniënbroek"), Dutch stop words left out.
create text search dictionary kernplein_dutch_words (template = simple, stopwords = dutch);
create text search configuration kernplein_dutch (copy = dutch);
alter text search configuration kernplein_dutch
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, kernplein_dutch_words;

-- Brings Dutch plurals and diminutives to one stem, in the text form of a tsvector or tsquery, where every word ends in a quote.
-- PostgreSQL's own dutch_stem keeps fiets/fietsen, brug/bruggen, molen/molens, huis/huizen and bankje/bankjes apart.
create function kernplein_dutch_stems(words text) returns text
  language plpgsql immutable parallel safe strict as $$
declare
  rule text[];
begin
  foreach rule slice 1 in array array[
    ['([a-z]{2}e)s''', '\1'''],                             -- bankjes, routes > bankje, route
    ['([aeiou])([bdfgklmnprt])\2etje''', '\1\2'''],         -- bruggetje > brug
    ['([a-z]m)pje''', '\1'''],                              -- boompje > boom
    ['([a-z][nlrw])tje''', '\1'''],                         -- speeltuintje > speeltuin
    ['([a-z]{2})je''', '\1'''],                             -- bankje > bank
    ['([bcdfghklmnprtvwz])s''', '\1'''],                    -- molens > molen
    ['([a-z]{2})en?''', '\1'''],                            -- fietsen, molen, grote > fiets, mol, grot
    ['([bcdfghklmnprtvwz])s''', '\1'''],                    -- fiets > fiet
    ['([bdfgklmnprst])\1''', '\1'''],                       -- brugg, buss > brug, bus
    ['v''', 'f'''],                                         -- briev > brief
    ['z''', 's'''],                                         -- huiz > huis
    ['([aeou])\1([bcdfghklmnprst]+)''', '\1\2''']           -- boom > bom, as in bomen
  ] loop
    words := regexp_replace(words, rule[1], rule[2], 'g');
  end loop;
  return words;
end $$;

-- Text to words; auto's counts as auto.
create function kernplein_words(given text) returns tsvector language sql stable parallel safe strict
  return kernplein_dutch_stems(to_tsvector('kernplein_dutch', regexp_replace(given, '[''’]s\M', '', 'g'))::text)::tsvector;

-- What somebody typed in a search box to a query: all words, "a phrase", -without, one or another. The last word may be unfinished.
create function kernplein_sought(given text) returns tsquery language sql stable parallel safe strict
  return regexp_replace(
    kernplein_dutch_stems(websearch_to_tsquery('kernplein_dutch', regexp_replace(given, '[''’]s\M', '', 'g'))::text), '''$', ''':*'
  )::tsquery;

-- A title as trigrams compare it: lower case, no accents.
create function kernplein_plain(given text) returns text language sql stable parallel safe strict
  return lower(unaccent(given));

-- What was uploaded; the bytes live in adapters/files under this id.
create table photo (
  municipality_id text not null references municipality,
  photo_id uuid not null,
  owner_id uuid not null,
  content_type text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  uploaded_at timestamptz not null,
  primary key (municipality_id, photo_id),
  foreign key (municipality_id, owner_id) references person
);
select kernplein_tenant_table('photo');

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
  primary key (municipality_id, proposal_id),
  foreign key (municipality_id, kern_id) references kern,
  foreign key (municipality_id, author_id) references person,
  foreign key (municipality_id, photo_id) references photo
);
create index proposal_newest on proposal (municipality_id, kern_id, published_at desc, proposal_id desc) where state = 'published';
create index proposal_newest_everywhere on proposal (municipality_id, published_at desc, proposal_id desc) where state = 'published';
create index proposal_most_supported on proposal (municipality_id, kern_id, support_count desc, proposal_id desc) where state = 'published';
create index proposal_most_supported_everywhere on proposal (municipality_id, support_count desc, proposal_id desc) where state = 'published';
create index proposal_most_discussed on proposal (municipality_id, kern_id, comment_count desc, proposal_id desc) where state = 'published';
create index proposal_most_discussed_everywhere on proposal (municipality_id, comment_count desc, proposal_id desc) where state = 'published';
create index proposal_queue on proposal (municipality_id, kern_id, submitted_at) where state = 'submitted';
create index proposal_by_author on proposal (municipality_id, author_id, changed_at desc, proposal_id desc);
create index proposal_by_photo on proposal (municipality_id, photo_id) where photo_id is not null;
select kernplein_tenant_table('proposal');

-- What can be found: the published proposals. Apart from `proposal`, so that a moving counter does not rewrite the indexes on words.
-- Row-level security tries conditions that are not leakproof, as all on words are, only on rows that passed it: no index could help.
-- Therefore the policy itself is the search. A reader sees the rows that fit what the transaction looks for, a tsquery in
-- `kernplein.sought_words` or a piece of title in `kernplein.sought_title`, and nothing while it looks for nothing.
create table proposal_search (
  municipality_id text not null,
  proposal_id uuid not null,
  kern_id text not null,
  words tsvector not null,
  title text not null,
  primary key (municipality_id, proposal_id),
  foreign key (municipality_id, proposal_id) references proposal on delete cascade
);
-- A short list of pending entries: every search reads it through, and few proposals are published a day.
create index proposal_search_by_words on proposal_search
  using gin (municipality_id, kern_id, words) with (gin_pending_list_limit = 256);
create index proposal_search_by_title on proposal_search
  using gin (municipality_id, kern_id, title gin_trgm_ops) with (gin_pending_list_limit = 256);

create function kernplein_sought_words() returns tsquery language sql stable parallel safe
  return nullif(current_setting('kernplein.sought_words', true), '')::tsquery;
create function kernplein_sought_title() returns text language sql stable parallel safe
  return nullif(current_setting('kernplein.sought_title', true), '');

alter table proposal_search enable row level security;
alter table proposal_search force row level security;
create policy what_is_sought on proposal_search for select to kernplein_app using (
  municipality_id = kernplein_municipality() and (words @@ kernplein_sought_words() or title %> kernplein_sought_title())
);
create policy kept_by_owner on proposal_search to current_user
  using (municipality_id = kernplein_municipality()) with check (municipality_id = kernplein_municipality());
grant select on proposal_search to kernplein_app;

create function keep_proposal_search() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if new.state = 'published' then
    insert into proposal_search (municipality_id, proposal_id, kern_id, words, title)
      values (new.municipality_id, new.proposal_id, new.kern_id,
        setweight(kernplein_words(new.title), 'A') || setweight(kernplein_words(new.body), 'B'), kernplein_plain(new.title))
      on conflict (municipality_id, proposal_id)
        do update set kern_id = excluded.kern_id, words = excluded.words, title = excluded.title;
  else
    delete from proposal_search s where s.municipality_id = new.municipality_id and s.proposal_id = new.proposal_id;
  end if;
  return new;
end $$;
create trigger published_proposal_can_be_found after insert or update of state, kern_id, title, body on proposal
  for each row execute function keep_proposal_search();

create table proposal_event (
  municipality_id text not null,
  proposal_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  event text not null check (event in ('created', 'submitted', 'returned', 'refused', 'published', 'withdrawn', 'answered')),
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
create index comment_in_order on comment (municipality_id, proposal_id, agree_count desc, at);
select kernplein_tenant_table('comment');

create table comment_agreement (
  municipality_id text not null,
  proposal_id uuid not null,
  comment_id uuid not null,
  person_id uuid not null,
  primary key (municipality_id, proposal_id, comment_id, person_id),
  foreign key (municipality_id, proposal_id, comment_id) references comment,
  foreign key (municipality_id, person_id) references person
);
select kernplein_tenant_table('comment_agreement');
