-- Up Migration

create table person (
  municipality_id text not null references municipality,
  person_id uuid not null,
  name text not null,
  email text not null check (email = lower(email)),
  language text not null default 'nl' check (language in ('nl', 'en')),
  -- Object id in the municipality's Entra tenant; null for who takes part by web only.
  entra_oid text,
  -- Why this person has no guest account, when Microsoft refuses the address.
  web_only_reason text,
  phone text,
  created_at timestamptz not null,
  primary key (municipality_id, person_id),
  unique (municipality_id, email)
);
create unique index person_by_entra_oid on person (municipality_id, entra_oid) where entra_oid is not null;
select kernplein_tenant_table('person');

create table membership (
  municipality_id text not null,
  person_id uuid not null,
  kern_id text not null,
  since timestamptz not null,
  left_at timestamptz,
  primary key (municipality_id, person_id, kern_id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, kern_id) references kern
);
create index membership_by_kern on membership (municipality_id, kern_id) where left_at is null;
select kernplein_tenant_table('membership');

-- kern_id '*' means every kern of the municipality.
create table role_grant (
  municipality_id text not null,
  person_id uuid not null,
  role text not null check (role in ('officer', 'volunteer', 'councillor', 'admin')),
  kern_id text not null,
  primary key (municipality_id, person_id, role, kern_id),
  foreign key (municipality_id, person_id) references person
);
select kernplein_tenant_table('role_grant');

create table join_request (
  municipality_id text not null,
  join_request_id uuid not null,
  kern_id text not null,
  name text not null,
  email text not null check (email = lower(email)),
  language text not null check (language in ('nl', 'en')),
  consent_text text not null,
  asked_at timestamptz not null,
  token_fingerprint text not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decision text check (decision in ('accepted', 'refused')),
  decided_by uuid,
  reason text,
  primary key (municipality_id, join_request_id),
  foreign key (municipality_id, kern_id) references kern
);
create unique index join_request_by_token on join_request (municipality_id, token_fingerprint);
create index join_request_waiting on join_request (municipality_id, kern_id, confirmed_at) where confirmed_at is not null and decided_at is null;
select kernplein_tenant_table('join_request');

create table sign_in_link (
  municipality_id text not null,
  token_fingerprint text not null,
  person_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (municipality_id, token_fingerprint),
  foreign key (municipality_id, person_id) references person
);
select kernplein_tenant_table('sign_in_link');

-- assurance 'entra': signed in with the municipality's tenant; 'mail': by a link in her own mail, and then without staff roles.
create table session (
  municipality_id text not null,
  session_fingerprint text not null,
  person_id uuid not null,
  assurance text not null check (assurance in ('entra', 'mail')),
  expires_at timestamptz not null,
  primary key (municipality_id, session_fingerprint),
  foreign key (municipality_id, person_id) references person
);
select kernplein_tenant_table('session');
