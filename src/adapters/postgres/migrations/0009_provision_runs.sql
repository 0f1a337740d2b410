-- Up Migration

-- A look at Microsoft 365 or an apply that somebody asked for on the administrators' page. The work is done by a job; how far it is and
-- what came of it stands here, so that everybody sees the same and a run that was killed is taken up again.
create table provisioning_run (
  municipality_id text not null references municipality,
  run_id uuid not null,
  kind text not null check (kind in ('look', 'apply')),
  -- Null: Kernplein itself.
  asked_by uuid,
  asked_at timestamptz not null,
  -- Slugs; null stands for all of them.
  kernen text[],
  part text check (part in ('members', 'channels', 'tabs')),
  -- The steps that take something away and that the asker agreed to.
  agreed text[] not null default '{}',
  state text not null check (state in ('asked', 'running', 'done', 'failed')),
  -- How often somebody began on it; who began earlier writes nothing any more.
  attempt integer not null default 0,
  started_at timestamptz,
  -- Last sign of life of who works on it.
  heard_at timestamptz,
  ended_at timestamptz,
  progress jsonb,
  outcome jsonb,
  -- Of a failed run: a sentence in both languages.
  failure jsonb,
  primary key (municipality_id, run_id),
  foreign key (municipality_id, asked_by) references person,
  check ((state in ('done', 'failed')) = (ended_at is not null)),
  check ((state = 'failed') = (failure is not null))
);
-- One at a time: a look during an apply would tell what is no longer so.
create unique index provisioning_run_under_way on provisioning_run (municipality_id) where state in ('asked', 'running');
create index provisioning_run_newest on provisioning_run (municipality_id, kind, asked_at desc);
select kernplein_tenant_table('provisioning_run');

-- Differences that an administrator lets be, beside those that the file accepts.
create table provisioning_acceptance (
  municipality_id text not null references municipality,
  kern_id text not null,
  -- 'tab-removed/voorstellen-arkel'
  what text not null,
  accepted_by uuid not null,
  accepted_at timestamptz not null,
  primary key (municipality_id, kern_id, what),
  foreign key (municipality_id, accepted_by) references person
);
select kernplein_tenant_table('provisioning_acceptance');
