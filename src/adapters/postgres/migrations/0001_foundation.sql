-- Up Migration

-- The role the app works in: it owns nothing and cannot bypass row-level security. The login user switches to it in every transaction.
do $$
begin
  if not exists (select from pg_roles where rolname = 'kernplein_app') then
    create role kernplein_app nologin nosuperuser nobypassrls;
  end if;
  execute format('grant kernplein_app to %I', current_user);
end $$;
grant usage on schema public to kernplein_app;

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The municipality of this transaction; null outside one, and then every policy hides every row.
create function kernplein_municipality() returns text
  language sql stable parallel safe
  return nullif(current_setting('kernplein.municipality', true), '');

-- Every table of a slice goes through here: forced row-level security on municipality_id and rights for the app's role.
create function kernplein_tenant_table(name regclass, rights text default 'select, insert, update, delete') returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy one_municipality on %s using (municipality_id = kernplein_municipality()) with check (municipality_id = kernplein_municipality())',
    name
  );
  execute format('grant %s on %s to kernplein_app', rights, name);
end $$;

create table municipality (
  municipality_id text not null,
  name text not null,
  cbs_code text not null,
  entra_tenant_id text not null,
  joining text not null check (joining in ('at-once', 'officer-decides')),
  languages text[] not null,
  phone text not null,
  primary key (municipality_id)
);
create unique index municipality_by_tenant on municipality (entra_tenant_id);
select kernplein_tenant_table('municipality');

-- The only question that may be asked outside a municipality: which ones there are. Names and tenants are public knowledge.
-- The policy stands apart so that the function's owner may read although row-level security is forced for owners too.
create function kernplein_municipalities() returns table (municipality_id text, name text, entra_tenant_id text)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query select m.municipality_id, m.name, m.entra_tenant_id from municipality_directory m order by m.name;
end $$;
create table municipality_directory (
  municipality_id text not null primary key,
  name text not null,
  entra_tenant_id text not null unique
);
create function keep_municipality_directory() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'DELETE' then
    delete from municipality_directory d where d.municipality_id = old.municipality_id;
    return old;
  end if;
  insert into municipality_directory values (new.municipality_id, new.name, new.entra_tenant_id)
    on conflict (municipality_id) do update set name = excluded.name, entra_tenant_id = excluded.entra_tenant_id;
  return new;
end $$;
create trigger municipality_kept_in_directory after insert or update or delete on municipality
  for each row execute function keep_municipality_directory();

-- Hash-chained per municipality: each row's hash covers its content and the hash before it (see audit.ts). Rows are only ever added.
create table audit (
  municipality_id text not null references municipality,
  sequence bigint not null,
  at timestamptz not null,
  person_id uuid,
  role text not null,
  action text not null,
  object text not null,
  result text not null,
  origin text not null,
  hash text not null,
  primary key (municipality_id, sequence)
);
select kernplein_tenant_table('audit', 'select, insert');

create table audit_head (
  municipality_id text not null references municipality,
  sequence bigint not null,
  hash text not null,
  primary key (municipality_id)
);
select kernplein_tenant_table('audit_head', 'select, insert, update');

-- Adds a job to the queue (graphile-worker) in the caller's own transaction; the app's role has no rights on the queue itself.
create function kernplein_queue_job(task text, payload json, job_key text default null, run_at timestamptz default null, queue text default null)
  returns void language plpgsql security definer set search_path = public as $$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, job_key => job_key);
end $$;
revoke execute on function kernplein_queue_job(text, json, text, timestamptz, text) from public;
grant execute on function kernplein_queue_job(text, json, text, timestamptz, text) to kernplein_app;
