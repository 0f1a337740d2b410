-- Made from the migrations by `npm run schema`; do not edit. A test compares it with a fresh database.

-- tables and columns
table audit
  municipality_id text not null
  sequence bigint not null
  at timestamp with time zone not null
  person_id uuid
  role text not null
  action text not null
  object text not null
  result text not null
  origin text not null
  hash text not null
table audit_head
  municipality_id text not null
  sequence bigint not null
  hash text not null
table card_posted
  municipality_id text not null
  object text not null
  place text not null
  conversation_id text not null
  activity_id text not null
  shows text not null
  updated_at timestamp with time zone not null
table channel_seen
  municipality_id text not null
  kern_id text not null
  channel_id text not null
  seen_at timestamp with time zone not null
table chat_setting
  municipality_id text not null
  person_id uuid not null
  quiet_from smallint not null
  quiet_until smallint not null
table comment
  municipality_id text not null
  proposal_id uuid not null
  comment_id uuid not null
  author_id uuid not null
  stance text not null
  body text not null
  at timestamp with time zone not null
  agree_count integer not null default 0
table comment_agreement
  municipality_id text not null
  proposal_id uuid not null
  comment_id uuid not null
  person_id uuid not null
table conversation_place
  municipality_id text not null
  place text not null
  kern_id text
  service_url text not null
  conversation_id text not null
  proposals_channel_id text
  bot_id text not null
  changed_at timestamp with time zone not null
  trouble text
  trouble_since timestamp with time zone
  trouble_detail text
  trouble_tried_at timestamp with time zone
table council_visit
  municipality_id text not null
  person_id uuid not null
  seen_at timestamp with time zone not null
  previous_at timestamp with time zone
table declared_address
  municipality_id text not null
  person_id uuid not null
  postcode text not null
  house_number integer not null
  addition text not null default ''::text
  declared_at timestamp with time zone not null
table email_change
  municipality_id text not null
  token_fingerprint text not null
  person_id uuid not null
  email text not null
  asked_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
table guest
  municipality_id text not null
  person_id uuid not null
  invited_at timestamp with time zone
  redeem_url text
  renewed_at timestamp with time zone
  mailed_at timestamp with time zone
  mail_failed_at timestamp with time zone
  mail_failure text
  accepted_at timestamp with time zone
  tab_opened_at timestamp with time zone
  bot_reachable_at timestamp with time zone
  web_opened_at timestamp with time zone
  removed_at timestamp with time zone
  removed_oid text
table guest_watch
  municipality_id text not null
  link text not null
  read_at timestamp with time zone not null
table join_request
  municipality_id text not null
  join_request_id uuid not null
  kern_id text not null
  name text not null
  email text not null
  language text not null
  consent_text text not null
  asked_at timestamp with time zone not null
  token_fingerprint text not null
  expires_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  decided_at timestamp with time zone
  decision text
  decided_by uuid
  reason text
  from_kern_id text
table kern
  municipality_id text not null
  kern_id text not null
  name text not null
  kind text not null
  residents integer not null
  latitude double precision not null
  longitude double precision not null
  former_municipality text not null
  accent text not null
  silhouette text not null
  postcodes text[] not null
  joining text not null
  village_groups text[] not null
  team_url text
table letter
  municipality_id text not null
  poll_id uuid not null
  serial integer not null
  place integer
  fingerprint bytea
  spare boolean not null
table log_follower
  municipality_id text not null
  poll_id uuid not null
  person_id uuid not null
table log_head
  municipality_id text not null
  poll_id uuid not null
  batch integer not null
  size integer not null
  root text not null
  signature text not null
table mail_stopped
  municipality_id text not null
  person_id uuid not null
  kind text not null
  since timestamp with time zone not null
table meeting
  municipality_id text not null
  meeting_id uuid not null
  kern_id text not null
  title text not null
  body text not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  hall text not null
  address text not null
  latitude double precision
  longitude double precision
  online text
  capacity integer
  planned_by uuid not null
  planned_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  start_set_at timestamp with time zone not null
  reminded_at timestamp with time zone
  version integer not null default 1
  cancelled_at timestamp with time zone
  cancel_reason text
  minutes text
  attended integer
  minutes_at timestamp with time zone
  coming_count integer not null default 0
  waiting_count integer not null default 0
  next_place integer not null default 1
table meeting_attendee
  municipality_id text not null
  meeting_id uuid not null
  attendee_id uuid not null
  person_id uuid
  guest_name text
  standing text not null
  at timestamp with time zone not null
  place integer not null
table meeting_proposal
  municipality_id text not null
  meeting_id uuid not null
  proposal_id uuid not null
  position integer not null
table membership
  municipality_id text not null
  person_id uuid not null
  kern_id text not null
  since timestamp with time zone not null
  left_at timestamp with time zone
  invited_by uuid
  consent_basis text
  seen_in_team_at timestamp with time zone
  waits_for_team_since timestamp with time zone
table message_sent
  municipality_id text not null
  message_key text not null
  channel text not null
  state text not null
  detail text
  at timestamp with time zone not null
  about text
  kern_id text
  person_id uuid
table municipality
  municipality_id text not null
  name text not null
  cbs_code text not null
  entra_tenant_id text not null
  joining text not null
  languages text[] not null
  phone text not null
table municipality_directory
  municipality_id text not null
  name text not null
  entra_tenant_id text not null
  merged_into text
  merged_kernen jsonb not null default '{}'::jsonb
  left_tenant_id text
table named_ballot
  municipality_id text not null
  poll_id uuid not null
  person_id uuid not null
  choice jsonb not null
table paper_batch
  municipality_id text not null
  poll_id uuid not null
  batch integer not null
  choices jsonb not null
  spoiled integer not null
table paper_entry
  municipality_id text not null
  poll_id uuid not null
  stack integer not null
  round smallint not null
  person_id uuid not null
  ballots jsonb not null
table paper_stack
  municipality_id text not null
  poll_id uuid not null
  stack integer not null
  settled jsonb
  batch integer
table pass_issued
  municipality_id text not null
  poll_id uuid not null
  binding bytea not null
table person
  municipality_id text not null
  person_id uuid not null
  name text not null
  email text not null
  language text not null default 'nl'::text
  entra_oid text
  web_only_reason text
  phone text
  created_at timestamp with time zone not null
  photo_url text
table person_block
  municipality_id text not null
  block_id uuid not null
  person_id uuid not null
  kern_id text not null
  reason text not null
  blocked_by uuid not null
  since timestamp with time zone not null
  until timestamp with time zone
  lifted_at timestamp with time zone
  lifted_by uuid
table photo
  municipality_id text not null
  photo_id uuid not null
  owner_id uuid not null
  content_type text not null
  width integer not null
  height integer not null
  bytes integer not null
  uploaded_at timestamp with time zone not null
table platform_limit
  municipality_id text not null
  what text not null
  kern_id text not null
  used integer not null
  most integer not null
  threshold integer not null
  measured_at timestamp with time zone not null
table poll
  municipality_id text not null
  poll_id uuid not null
  kern_id text not null
  proposal_id uuid
  question text not null
  explanation text not null default ''::text
  opens_at timestamp with time zone not null
  closes_at timestamp with time zone not null
  state text not null
  opened_by uuid not null
  roll_size integer
  frozen_hash text
  level smallint not null
  show_names boolean not null default false
  form jsonb not null
  count jsonb not null
  electorate jsonb not null
  definition text
  roll_parts jsonb
  paper_finished boolean not null default false
  background jsonb not null default '{"phases": {}, "leftOff": []}'::jsonb
table poll_draft
  municipality_id text not null
  draft_id uuid not null
  kern_id text not null
  owner_id uuid not null
  content jsonb not null
  saved_at timestamp with time zone not null
table poll_export
  municipality_id text not null
  poll_id uuid not null
  gzip bytea not null
table poll_extension
  municipality_id text not null
  poll_id uuid not null
  position integer not null
  closes_at timestamp with time zone not null
  reason text not null
  signature text
table poll_key
  municipality_id text not null
  poll_id uuid not null
  sign_public text not null
  sign_private bytea
  pass_private bytea
table poll_log
  municipality_id text not null
  poll_id uuid not null
  batches integer not null default 0
  size integer not null default 0
  peaks text[] not null default '{}'::text[]
  last_at timestamp with time zone not null
table poll_next_steps
  municipality_id text not null
  poll_id uuid not null
  words text not null
  written_by uuid not null
  written_at timestamp with time zone not null
table poll_option
  municipality_id text not null
  poll_id uuid not null
  option_id text not null
  position integer not null
  label text not null
  summary text not null default ''::text
  cost_cents bigint not null default 0
  theme text
  proposal_id uuid
  photo_id uuid
  latitude double precision
  longitude double precision
table posting_pause
  municipality_id text not null
  until timestamp with time zone not null
table posting_sent
  municipality_id text not null
  thread text not null
  turn bigint not null
  at timestamp with time zone not null
table proposal
  municipality_id text not null
  proposal_id uuid not null
  kern_id text not null
  author_id uuid not null
  title text not null
  body text not null
  place_label text
  latitude double precision
  longitude double precision
  photo_id uuid
  photo_alt text
  state text not null
  reason text
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  submitted_at timestamp with time zone
  published_at timestamp with time zone
  decided_by uuid
  answered_at timestamp with time zone
  answer text
  support_count integer not null default 0
  comment_count integer not null default 0
  version integer not null default 1
  treatment text not null default 'none'::text
  treated_at timestamp with time zone
  handled_by text
  answer_due date
  answer_outcome text
  answer_signed_by text
  finished_at timestamp with time zone
  finish text
  answer_corrected_at timestamp with time zone
table proposal_event
  municipality_id text not null
  proposal_id uuid not null
  sequence integer not null
  at timestamp with time zone not null
  event text not null
  person_id uuid
  reason text
  answer_due date
  former_answer text
  former_outcome text
  former_signed_by text
table proposal_search
  municipality_id text not null
  proposal_id uuid not null
  kern_id text not null
  words tsvector not null
  title text not null
table provisioned_resource
  municipality_id text not null
  resource text not null
  key text not null
  kern_id text not null
  state text not null
  graph_id text
  marker text not null
  details jsonb not null default '{}'::jsonb
  updated_at timestamp with time zone not null
table provisioning_acceptance
  municipality_id text not null
  kern_id text not null
  what text not null
  accepted_by uuid not null
  accepted_at timestamp with time zone not null
table provisioning_drift
  municipality_id text not null
  kern_id text not null
  what text not null
  found_at timestamp with time zone not null
table provisioning_run
  municipality_id text not null
  run_id uuid not null
  kind text not null
  asked_by uuid
  asked_at timestamp with time zone not null
  kernen text[]
  part text
  agreed text[] not null default '{}'::text[]
  state text not null
  attempt integer not null default 0
  started_at timestamp with time zone
  heard_at timestamp with time zone
  ended_at timestamp with time zone
  progress jsonb
  outcome jsonb
  failure jsonb
table report_made
  municipality_id text not null
  person_id uuid not null
  report_id uuid not null
  at timestamp with time zone not null
table role_grant
  municipality_id text not null
  person_id uuid not null
  role text not null
  kern_id text not null
table roll
  municipality_id text not null
  poll_id uuid not null
  person_id uuid not null
  place integer not null
table roll_marks
  municipality_id text not null
  poll_id uuid not null
  marks bit varying not null
  paper bit varying not null
  assisted bit varying not null
  helped jsonb not null default '{}'::jsonb
table session
  municipality_id text not null
  session_fingerprint text not null
  person_id uuid not null
  assurance text not null
  expires_at timestamp with time zone not null
table sign_in_link
  municipality_id text not null
  token_fingerprint text not null
  person_id uuid not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
table slip
  municipality_id text not null
  poll_id uuid not null
  commitment bytea not null
  caster bytea not null
  version smallint not null
  key bytea not null
  salt bytea not null
  choice jsonb not null
  pass bytea
  batch integer
table support
  municipality_id text not null
  proposal_id uuid not null
  person_id uuid not null
  at timestamp with time zone not null
table tally
  municipality_id text not null
  poll_id uuid not null
  counted_at timestamp with time zone not null
  voters integer not null
  spoiled integer not null default 0
  outcome jsonb not null
  seed text
  result text
  signature text
  beside jsonb
  names jsonb

-- constraints
audit: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
audit: PRIMARY KEY (municipality_id, sequence)
audit_head: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
audit_head: PRIMARY KEY (municipality_id)
card_posted: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
card_posted: PRIMARY KEY (municipality_id, object)
channel_seen: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
channel_seen: PRIMARY KEY (municipality_id, kern_id, channel_id)
chat_setting: CHECK (((quiet_from >= 0) AND (quiet_from <= 1439)))
chat_setting: CHECK (((quiet_until >= 0) AND (quiet_until <= 1439)))
chat_setting: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
chat_setting: PRIMARY KEY (municipality_id, person_id)
comment: CHECK ((stance = ANY (ARRAY['for'::text, 'against'::text, 'question'::text])))
comment: FOREIGN KEY (municipality_id, author_id) REFERENCES person(municipality_id, person_id)
comment: FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposal(municipality_id, proposal_id)
comment: PRIMARY KEY (municipality_id, proposal_id, comment_id)
comment_agreement: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
comment_agreement: FOREIGN KEY (municipality_id, proposal_id, comment_id) REFERENCES comment(municipality_id, proposal_id, comment_id)
comment_agreement: PRIMARY KEY (municipality_id, proposal_id, comment_id, person_id)
conversation_place: CHECK (((trouble IS NULL) = (trouble_since IS NULL)))
conversation_place: CHECK ((trouble = ANY (ARRAY['removed'::text, 'blocked'::text, 'archived'::text, 'deleted'::text, 'refused'::text])))
conversation_place: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
conversation_place: FOREIGN KEY (municipality_id, kern_id) REFERENCES kern(municipality_id, kern_id)
conversation_place: PRIMARY KEY (municipality_id, place)
council_visit: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id) ON DELETE CASCADE
council_visit: PRIMARY KEY (municipality_id, person_id)
declared_address: CHECK (((house_number >= 1) AND (house_number <= 99999)))
declared_address: CHECK ((postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'::text))
declared_address: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
declared_address: PRIMARY KEY (municipality_id, person_id)
email_change: CHECK ((email = lower(email)))
email_change: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
email_change: PRIMARY KEY (municipality_id, token_fingerprint)
guest: CHECK (((removed_at IS NULL) = (removed_oid IS NULL)))
guest: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
guest: PRIMARY KEY (municipality_id, person_id)
guest_watch: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
guest_watch: PRIMARY KEY (municipality_id)
join_request: CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text])))
join_request: CHECK ((email = lower(email)))
join_request: CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text])))
join_request: FOREIGN KEY (municipality_id, from_kern_id) REFERENCES kern(municipality_id, kern_id)
join_request: FOREIGN KEY (municipality_id, kern_id) REFERENCES kern(municipality_id, kern_id)
join_request: PRIMARY KEY (municipality_id, join_request_id)
kern: CHECK ((joining = ANY (ARRAY['at-once'::text, 'officer-decides'::text])))
kern: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
kern: PRIMARY KEY (municipality_id, kern_id)
letter: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
letter: PRIMARY KEY (municipality_id, poll_id, serial)
letter: UNIQUE (municipality_id, poll_id, fingerprint)
letter: UNIQUE (municipality_id, poll_id, place)
log_follower: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
log_follower: PRIMARY KEY (municipality_id, poll_id, person_id)
log_head: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
log_head: PRIMARY KEY (municipality_id, poll_id, batch)
mail_stopped: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id) ON DELETE CASCADE
mail_stopped: PRIMARY KEY (municipality_id, person_id, kind)
meeting: CHECK (((attended IS NULL) OR (minutes IS NOT NULL)))
meeting: CHECK (((cancelled_at IS NULL) = (cancel_reason IS NULL)))
meeting: CHECK (((latitude IS NULL) = (longitude IS NULL)))
meeting: CHECK (((minutes_at IS NULL) = (minutes IS NULL)))
meeting: CHECK ((attended >= 0))
meeting: CHECK ((capacity > 0))
meeting: CHECK ((ends_at > starts_at))
meeting: FOREIGN KEY (municipality_id, kern_id) REFERENCES kern(municipality_id, kern_id)
meeting: FOREIGN KEY (municipality_id, planned_by) REFERENCES person(municipality_id, person_id)
meeting: PRIMARY KEY (municipality_id, meeting_id)
meeting_attendee: CHECK (((person_id IS NOT NULL) OR (standing <> 'not-coming'::text)))
meeting_attendee: CHECK (((person_id IS NULL) OR (guest_name IS NULL)))
meeting_attendee: CHECK ((standing = ANY (ARRAY['coming'::text, 'waiting'::text, 'not-coming'::text])))
meeting_attendee: FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, meeting_id)
meeting_attendee: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
meeting_attendee: PRIMARY KEY (municipality_id, meeting_id, attendee_id)
meeting_proposal: FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting(municipality_id, meeting_id)
meeting_proposal: FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposal(municipality_id, proposal_id)
meeting_proposal: PRIMARY KEY (municipality_id, meeting_id, proposal_id)
membership: FOREIGN KEY (municipality_id, kern_id) REFERENCES kern(municipality_id, kern_id)
membership: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
membership: PRIMARY KEY (municipality_id, person_id, kern_id)
message_sent: CHECK ((channel = ANY (ARRAY['mail'::text, 'card'::text, 'chat'::text])))
message_sent: CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'failed'::text, 'unwanted'::text])))
message_sent: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
message_sent: PRIMARY KEY (municipality_id, message_key)
municipality: CHECK ((joining = ANY (ARRAY['at-once'::text, 'officer-decides'::text])))
municipality: PRIMARY KEY (municipality_id)
municipality_directory: FOREIGN KEY (merged_into) REFERENCES municipality_directory(municipality_id)
municipality_directory: PRIMARY KEY (municipality_id)
municipality_directory: UNIQUE (entra_tenant_id)
named_ballot: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
named_ballot: PRIMARY KEY (municipality_id, poll_id, person_id)
paper_batch: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
paper_batch: PRIMARY KEY (municipality_id, poll_id, batch)
paper_entry: CHECK ((round = ANY (ARRAY[1, 2])))
paper_entry: FOREIGN KEY (municipality_id, poll_id, stack) REFERENCES paper_stack(municipality_id, poll_id, stack)
paper_entry: PRIMARY KEY (municipality_id, poll_id, stack, round)
paper_entry: UNIQUE (municipality_id, poll_id, stack, person_id)
paper_stack: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
paper_stack: PRIMARY KEY (municipality_id, poll_id, stack)
paper_stack: UNIQUE (municipality_id, poll_id, batch)
pass_issued: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
pass_issued: PRIMARY KEY (municipality_id, poll_id, binding)
person: CHECK ((email = lower(email)))
person: CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text])))
person: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
person: PRIMARY KEY (municipality_id, person_id)
person: UNIQUE (municipality_id, email)
person_block: CHECK ((until > since))
person_block: FOREIGN KEY (municipality_id, kern_id) REFERENCES kern(municipality_id, kern_id)
person_block: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
person_block: PRIMARY KEY (municipality_id, block_id)
photo: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
photo: FOREIGN KEY (municipality_id, owner_id) REFERENCES person(municipality_id, person_id)
photo: PRIMARY KEY (municipality_id, photo_id)
platform_limit: CHECK ((what = ANY (ARRAY['members'::text, 'owners'::text, 'channels'::text, 'objects'::text, 'teams'::text])))
platform_limit: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
platform_limit: PRIMARY KEY (municipality_id, what, kern_id)
poll: CHECK ((closes_at > opens_at))
poll: CHECK ((level = ANY (ARRAY[0, 1, 2])))
poll: CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text])))
poll: FOREIGN KEY (municipality_id, kern_id) REFERENCES kern(municipality_id, kern_id)
poll: PRIMARY KEY (municipality_id, poll_id)
poll_draft: FOREIGN KEY (municipality_id, kern_id) REFERENCES kern(municipality_id, kern_id)
poll_draft: PRIMARY KEY (municipality_id, draft_id)
poll_export: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
poll_export: PRIMARY KEY (municipality_id, poll_id)
poll_extension: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
poll_extension: PRIMARY KEY (municipality_id, poll_id, "position")
poll_key: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
poll_key: PRIMARY KEY (municipality_id, poll_id)
poll_log: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
poll_log: PRIMARY KEY (municipality_id, poll_id)
poll_next_steps: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
poll_next_steps: PRIMARY KEY (municipality_id, poll_id)
poll_option: CHECK ((cost_cents >= 0))
poll_option: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
poll_option: PRIMARY KEY (municipality_id, poll_id, option_id)
posting_pause: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
posting_pause: PRIMARY KEY (municipality_id)
posting_sent: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
posting_sent: PRIMARY KEY (municipality_id, thread, turn)
proposal: CHECK (((answer_corrected_at IS NULL) OR (answered_at IS NOT NULL)))
proposal: CHECK (((answered_at IS NULL) OR ((answer IS NOT NULL) AND (answer_outcome IS NOT NULL) AND (answer_signed_by IS NOT NULL))))
proposal: CHECK (((finished_at IS NULL) = (finish IS NULL)))
proposal: CHECK (((treated_at IS NULL) = (handled_by IS NULL)))
proposal: CHECK (((treatment = 'done'::text) = (finished_at IS NOT NULL)))
proposal: CHECK (((treatment = ANY (ARRAY['answered'::text, 'done'::text])) = (answered_at IS NOT NULL)))
proposal: CHECK ((answer_outcome = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))
proposal: CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'refused'::text, 'published'::text, 'withdrawn'::text])))
proposal: CHECK ((treatment = ANY (ARRAY['none'::text, 'in-treatment'::text, 'answered'::text, 'done'::text])))
proposal: FOREIGN KEY (municipality_id, author_id) REFERENCES person(municipality_id, person_id)
proposal: FOREIGN KEY (municipality_id, kern_id) REFERENCES kern(municipality_id, kern_id)
proposal: FOREIGN KEY (municipality_id, photo_id) REFERENCES photo(municipality_id, photo_id)
proposal: PRIMARY KEY (municipality_id, proposal_id)
proposal_event: CHECK ((((former_answer IS NULL) = (former_outcome IS NULL)) AND ((former_answer IS NULL) = (former_signed_by IS NULL))))
proposal_event: CHECK (((event = 'corrected'::text) = (former_answer IS NOT NULL)))
proposal_event: CHECK ((event = ANY (ARRAY['created'::text, 'submitted'::text, 'returned'::text, 'refused'::text, 'published'::text, 'withdrawn'::text, 'taken'::text, 'answered'::text, 'corrected'::text, 'finished'::text])))
proposal_event: CHECK ((former_outcome = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))
proposal_event: FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposal(municipality_id, proposal_id)
proposal_event: PRIMARY KEY (municipality_id, proposal_id, sequence)
proposal_search: FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposal(municipality_id, proposal_id) ON DELETE CASCADE
proposal_search: PRIMARY KEY (municipality_id, proposal_id)
provisioned_resource: CHECK (((state = 'intent'::text) OR (graph_id IS NOT NULL)))
provisioned_resource: CHECK ((resource = ANY (ARRAY['team'::text, 'app'::text, 'channel'::text, 'tab'::text, 'owner'::text, 'member'::text])))
provisioned_resource: CHECK ((state = ANY (ARRAY['intent'::text, 'created'::text])))
provisioned_resource: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
provisioned_resource: PRIMARY KEY (municipality_id, resource, key)
provisioning_acceptance: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
provisioning_acceptance: FOREIGN KEY (municipality_id, accepted_by) REFERENCES person(municipality_id, person_id)
provisioning_acceptance: PRIMARY KEY (municipality_id, kern_id, what)
provisioning_drift: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
provisioning_drift: PRIMARY KEY (municipality_id, kern_id, what)
provisioning_run: CHECK (((state = 'failed'::text) = (failure IS NOT NULL)))
provisioning_run: CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (ended_at IS NOT NULL)))
provisioning_run: CHECK ((kind = ANY (ARRAY['look'::text, 'apply'::text])))
provisioning_run: CHECK ((part = ANY (ARRAY['members'::text, 'channels'::text, 'tabs'::text])))
provisioning_run: CHECK ((state = ANY (ARRAY['asked'::text, 'running'::text, 'done'::text, 'failed'::text])))
provisioning_run: FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
provisioning_run: FOREIGN KEY (municipality_id, asked_by) REFERENCES person(municipality_id, person_id)
provisioning_run: PRIMARY KEY (municipality_id, run_id)
report_made: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id) ON DELETE CASCADE
report_made: PRIMARY KEY (municipality_id, person_id, report_id)
role_grant: CHECK ((role = ANY (ARRAY['officer'::text, 'volunteer'::text, 'councillor'::text, 'admin'::text])))
role_grant: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
role_grant: PRIMARY KEY (municipality_id, person_id, role, kern_id)
roll: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
roll: PRIMARY KEY (municipality_id, poll_id, person_id)
roll_marks: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
roll_marks: PRIMARY KEY (municipality_id, poll_id)
session: CHECK ((assurance = ANY (ARRAY['entra'::text, 'mail'::text])))
session: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
session: PRIMARY KEY (municipality_id, session_fingerprint)
sign_in_link: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
sign_in_link: PRIMARY KEY (municipality_id, token_fingerprint)
slip: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
slip: PRIMARY KEY (municipality_id, commitment)
slip: UNIQUE (municipality_id, caster, poll_id, version)
support: FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, person_id)
support: FOREIGN KEY (municipality_id, proposal_id) REFERENCES proposal(municipality_id, proposal_id)
support: PRIMARY KEY (municipality_id, proposal_id, person_id)
tally: FOREIGN KEY (municipality_id, poll_id) REFERENCES poll(municipality_id, poll_id)
tally: PRIMARY KEY (municipality_id, poll_id)

-- indexes
CREATE UNIQUE INDEX audit_head_pkey ON public.audit_head USING btree (municipality_id)
CREATE UNIQUE INDEX audit_pkey ON public.audit USING btree (municipality_id, sequence)
CREATE UNIQUE INDEX card_posted_pkey ON public.card_posted USING btree (municipality_id, object)
CREATE UNIQUE INDEX channel_seen_pkey ON public.channel_seen USING btree (municipality_id, kern_id, channel_id)
CREATE UNIQUE INDEX chat_setting_pkey ON public.chat_setting USING btree (municipality_id, person_id)
CREATE UNIQUE INDEX comment_agreement_pkey ON public.comment_agreement USING btree (municipality_id, proposal_id, comment_id, person_id)
CREATE INDEX comment_in_order ON public.comment USING btree (municipality_id, proposal_id, agree_count DESC, at)
CREATE INDEX comment_in_time ON public.comment USING btree (municipality_id, at) INCLUDE (proposal_id)
CREATE UNIQUE INDEX comment_pkey ON public.comment USING btree (municipality_id, proposal_id, comment_id)
CREATE INDEX conversation_place_by_kern ON public.conversation_place USING btree (municipality_id, kern_id) WHERE (kern_id IS NOT NULL)
CREATE UNIQUE INDEX conversation_place_pkey ON public.conversation_place USING btree (municipality_id, place)
CREATE UNIQUE INDEX council_visit_pkey ON public.council_visit USING btree (municipality_id, person_id)
CREATE UNIQUE INDEX declared_address_pkey ON public.declared_address USING btree (municipality_id, person_id)
CREATE INDEX email_change_by_person ON public.email_change USING btree (municipality_id, person_id)
CREATE UNIQUE INDEX email_change_pkey ON public.email_change USING btree (municipality_id, token_fingerprint)
CREATE UNIQUE INDEX guest_pkey ON public.guest USING btree (municipality_id, person_id)
CREATE UNIQUE INDEX guest_watch_pkey ON public.guest_watch USING btree (municipality_id)
CREATE UNIQUE INDEX join_request_by_token ON public.join_request USING btree (municipality_id, token_fingerprint)
CREATE UNIQUE INDEX join_request_pkey ON public.join_request USING btree (municipality_id, join_request_id)
CREATE INDEX join_request_waiting ON public.join_request USING btree (municipality_id, kern_id, confirmed_at) WHERE ((confirmed_at IS NOT NULL) AND (decided_at IS NULL))
CREATE UNIQUE INDEX kern_pkey ON public.kern USING btree (municipality_id, kern_id)
CREATE UNIQUE INDEX letter_municipality_id_poll_id_fingerprint_key ON public.letter USING btree (municipality_id, poll_id, fingerprint)
CREATE UNIQUE INDEX letter_municipality_id_poll_id_place_key ON public.letter USING btree (municipality_id, poll_id, place)
CREATE UNIQUE INDEX letter_pkey ON public.letter USING btree (municipality_id, poll_id, serial)
CREATE UNIQUE INDEX log_follower_pkey ON public.log_follower USING btree (municipality_id, poll_id, person_id)
CREATE UNIQUE INDEX log_head_pkey ON public.log_head USING btree (municipality_id, poll_id, batch)
CREATE UNIQUE INDEX mail_stopped_pkey ON public.mail_stopped USING btree (municipality_id, person_id, kind)
CREATE INDEX meeting_about_proposal ON public.meeting_proposal USING btree (municipality_id, proposal_id)
CREATE INDEX meeting_attendee_in_line ON public.meeting_attendee USING btree (municipality_id, meeting_id, standing, place)
CREATE INDEX meeting_attendee_named ON public.meeting_attendee USING btree (municipality_id, meeting_id) WHERE (guest_name IS NOT NULL)
CREATE INDEX meeting_attendee_of_person ON public.meeting_attendee USING btree (municipality_id, person_id, meeting_id) WHERE (person_id IS NOT NULL)
CREATE UNIQUE INDEX meeting_attendee_once ON public.meeting_attendee USING btree (municipality_id, meeting_id, person_id) WHERE (person_id IS NOT NULL)
CREATE UNIQUE INDEX meeting_attendee_pkey ON public.meeting_attendee USING btree (municipality_id, meeting_id, attendee_id)
CREATE INDEX meeting_everywhere ON public.meeting USING btree (municipality_id, starts_at, meeting_id)
CREATE INDEX meeting_of_kern ON public.meeting USING btree (municipality_id, kern_id, starts_at, meeting_id)
CREATE UNIQUE INDEX meeting_pkey ON public.meeting USING btree (municipality_id, meeting_id)
CREATE UNIQUE INDEX meeting_proposal_pkey ON public.meeting_proposal USING btree (municipality_id, meeting_id, proposal_id)
CREATE INDEX membership_by_kern ON public.membership USING btree (municipality_id, kern_id) WHERE (left_at IS NULL)
CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (municipality_id, person_id, kern_id)
CREATE INDEX membership_waits_for_team ON public.membership USING btree (municipality_id, waits_for_team_since) WHERE ((waits_for_team_since IS NOT NULL) AND (left_at IS NULL))
CREATE INDEX message_sent_by_kern ON public.message_sent USING btree (municipality_id, kern_id, about) INCLUDE (at) WHERE (about IS NOT NULL)
CREATE UNIQUE INDEX message_sent_pkey ON public.message_sent USING btree (municipality_id, message_key)
CREATE UNIQUE INDEX municipality_by_tenant ON public.municipality USING btree (entra_tenant_id)
CREATE UNIQUE INDEX municipality_directory_entra_tenant_id_key ON public.municipality_directory USING btree (entra_tenant_id)
CREATE UNIQUE INDEX municipality_directory_pkey ON public.municipality_directory USING btree (municipality_id)
CREATE UNIQUE INDEX municipality_pkey ON public.municipality USING btree (municipality_id)
CREATE UNIQUE INDEX named_ballot_pkey ON public.named_ballot USING btree (municipality_id, poll_id, person_id)
CREATE UNIQUE INDEX paper_batch_pkey ON public.paper_batch USING btree (municipality_id, poll_id, batch)
CREATE UNIQUE INDEX paper_entry_municipality_id_poll_id_stack_person_id_key ON public.paper_entry USING btree (municipality_id, poll_id, stack, person_id)
CREATE UNIQUE INDEX paper_entry_pkey ON public.paper_entry USING btree (municipality_id, poll_id, stack, round)
CREATE UNIQUE INDEX paper_stack_municipality_id_poll_id_batch_key ON public.paper_stack USING btree (municipality_id, poll_id, batch)
CREATE UNIQUE INDEX paper_stack_pkey ON public.paper_stack USING btree (municipality_id, poll_id, stack)
CREATE UNIQUE INDEX pass_issued_pkey ON public.pass_issued USING btree (municipality_id, poll_id, binding)
CREATE INDEX person_block_by_person ON public.person_block USING btree (municipality_id, person_id) WHERE (lifted_at IS NULL)
CREATE UNIQUE INDEX person_block_pkey ON public.person_block USING btree (municipality_id, block_id)
CREATE UNIQUE INDEX person_by_entra_oid ON public.person USING btree (municipality_id, entra_oid) WHERE (entra_oid IS NOT NULL)
CREATE UNIQUE INDEX person_municipality_id_email_key ON public.person USING btree (municipality_id, email)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (municipality_id, person_id)
CREATE UNIQUE INDEX photo_pkey ON public.photo USING btree (municipality_id, photo_id)
CREATE UNIQUE INDEX platform_limit_pkey ON public.platform_limit USING btree (municipality_id, what, kern_id)
CREATE INDEX poll_by_kern ON public.poll USING btree (municipality_id, kern_id, closes_at DESC)
CREATE INDEX poll_by_proposal ON public.poll USING btree (municipality_id, proposal_id) WHERE (proposal_id IS NOT NULL)
CREATE UNIQUE INDEX poll_draft_pkey ON public.poll_draft USING btree (municipality_id, draft_id)
CREATE UNIQUE INDEX poll_export_pkey ON public.poll_export USING btree (municipality_id, poll_id)
CREATE UNIQUE INDEX poll_extension_pkey ON public.poll_extension USING btree (municipality_id, poll_id, "position")
CREATE UNIQUE INDEX poll_key_pkey ON public.poll_key USING btree (municipality_id, poll_id)
CREATE UNIQUE INDEX poll_log_pkey ON public.poll_log USING btree (municipality_id, poll_id)
CREATE UNIQUE INDEX poll_next_steps_pkey ON public.poll_next_steps USING btree (municipality_id, poll_id)
CREATE UNIQUE INDEX poll_option_pkey ON public.poll_option USING btree (municipality_id, poll_id, option_id)
CREATE UNIQUE INDEX poll_pkey ON public.poll USING btree (municipality_id, poll_id)
CREATE UNIQUE INDEX posting_pause_pkey ON public.posting_pause USING btree (municipality_id)
CREATE INDEX posting_sent_in_thread ON public.posting_sent USING btree (municipality_id, thread, at)
CREATE INDEX posting_sent_in_time ON public.posting_sent USING btree (municipality_id, at)
CREATE UNIQUE INDEX posting_sent_pkey ON public.posting_sent USING btree (municipality_id, thread, turn)
CREATE INDEX proposal_by_author ON public.proposal USING btree (municipality_id, author_id, changed_at DESC, proposal_id DESC)
CREATE INDEX proposal_by_photo ON public.proposal USING btree (municipality_id, photo_id) WHERE (photo_id IS NOT NULL)
CREATE UNIQUE INDEX proposal_event_pkey ON public.proposal_event USING btree (municipality_id, proposal_id, sequence)
CREATE INDEX proposal_in_treatment ON public.proposal USING btree (municipality_id, kern_id, treatment, published_at DESC, proposal_id DESC) WHERE ((state = 'published'::text) AND (treatment <> 'none'::text))
CREATE INDEX proposal_most_discussed ON public.proposal USING btree (municipality_id, kern_id, comment_count DESC, proposal_id DESC) WHERE (state = 'published'::text)
CREATE INDEX proposal_most_discussed_everywhere ON public.proposal USING btree (municipality_id, comment_count DESC, proposal_id DESC) WHERE (state = 'published'::text)
CREATE INDEX proposal_most_supported ON public.proposal USING btree (municipality_id, kern_id, support_count DESC, proposal_id DESC) WHERE (state = 'published'::text)
CREATE INDEX proposal_most_supported_everywhere ON public.proposal USING btree (municipality_id, support_count DESC, proposal_id DESC) WHERE (state = 'published'::text)
CREATE INDEX proposal_newest ON public.proposal USING btree (municipality_id, kern_id, published_at DESC, proposal_id DESC) WHERE (state = 'published'::text)
CREATE INDEX proposal_newest_everywhere ON public.proposal USING btree (municipality_id, published_at DESC, proposal_id DESC) WHERE (state = 'published'::text)
CREATE UNIQUE INDEX proposal_pkey ON public.proposal USING btree (municipality_id, proposal_id)
CREATE INDEX proposal_promised ON public.proposal USING btree (municipality_id, answer_due) WHERE ((state = 'published'::text) AND (answered_at IS NULL) AND (answer_due IS NOT NULL))
CREATE INDEX proposal_queue ON public.proposal USING btree (municipality_id, kern_id, submitted_at) WHERE (state = 'submitted'::text)
CREATE INDEX proposal_search_by_title ON public.proposal_search USING gin (municipality_id, kern_id, title gin_trgm_ops) WITH (gin_pending_list_limit='256')
CREATE INDEX proposal_search_by_words ON public.proposal_search USING gin (municipality_id, kern_id, words) WITH (gin_pending_list_limit='256')
CREATE UNIQUE INDEX proposal_search_pkey ON public.proposal_search USING btree (municipality_id, proposal_id)
CREATE INDEX provisioned_resource_by_kern ON public.provisioned_resource USING btree (municipality_id, kern_id)
CREATE UNIQUE INDEX provisioned_resource_pkey ON public.provisioned_resource USING btree (municipality_id, resource, key)
CREATE UNIQUE INDEX provisioned_team_by_graph_id ON public.provisioned_resource USING btree (municipality_id, graph_id) WHERE ((resource = 'team'::text) AND (graph_id IS NOT NULL))
CREATE UNIQUE INDEX provisioning_acceptance_pkey ON public.provisioning_acceptance USING btree (municipality_id, kern_id, what)
CREATE UNIQUE INDEX provisioning_drift_pkey ON public.provisioning_drift USING btree (municipality_id, kern_id, what)
CREATE INDEX provisioning_run_newest ON public.provisioning_run USING btree (municipality_id, kind, asked_at DESC)
CREATE UNIQUE INDEX provisioning_run_pkey ON public.provisioning_run USING btree (municipality_id, run_id)
CREATE UNIQUE INDEX provisioning_run_under_way ON public.provisioning_run USING btree (municipality_id) WHERE (state = ANY (ARRAY['asked'::text, 'running'::text]))
CREATE UNIQUE INDEX report_made_pkey ON public.report_made USING btree (municipality_id, person_id, report_id)
CREATE UNIQUE INDEX role_grant_pkey ON public.role_grant USING btree (municipality_id, person_id, role, kern_id)
CREATE INDEX roll_by_place ON public.roll USING btree (municipality_id, poll_id, place)
CREATE UNIQUE INDEX roll_marks_pkey ON public.roll_marks USING btree (municipality_id, poll_id)
CREATE UNIQUE INDEX roll_pkey ON public.roll USING btree (municipality_id, poll_id, person_id)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (municipality_id, session_fingerprint)
CREATE UNIQUE INDEX sign_in_link_pkey ON public.sign_in_link USING btree (municipality_id, token_fingerprint)
CREATE INDEX slip_by_poll ON public.slip USING btree (municipality_id, poll_id)
CREATE UNIQUE INDEX slip_municipality_id_caster_poll_id_version_key ON public.slip USING btree (municipality_id, caster, poll_id, version)
CREATE UNIQUE INDEX slip_pkey ON public.slip USING btree (municipality_id, commitment)
CREATE INDEX support_in_time ON public.support USING btree (municipality_id, at) INCLUDE (proposal_id, person_id)
CREATE UNIQUE INDEX support_pkey ON public.support USING btree (municipality_id, proposal_id, person_id)
CREATE UNIQUE INDEX tally_pkey ON public.tally USING btree (municipality_id, poll_id)

-- row-level security
audit: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
audit_head: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
card_posted: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
channel_seen: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
chat_setting: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
comment: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
comment_agreement: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
conversation_place: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
council_visit: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
declared_address: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
email_change: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
guest: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
guest_watch: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
join_request: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
kern: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
letter: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
log_follower: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
log_head: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
mail_stopped: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
meeting: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
meeting_attendee: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
meeting_proposal: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
membership: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
message_sent: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
municipality: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
municipality_directory: none
named_ballot: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
paper_batch: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
paper_entry: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
paper_stack: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
pass_issued: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
person: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
person_block: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
photo: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
platform_limit: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
poll: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
poll_draft: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
poll_export: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
poll_extension: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
poll_key: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
poll_log: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
poll_next_steps: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
poll_option: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
posting_pause: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
posting_sent: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
proposal: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
proposal_event: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
proposal_search: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality())) using (((municipality_id = kernplein_municipality()) AND ((words @@ kernplein_sought_words()) OR (title %> kernplein_sought_title())))) check ()
provisioned_resource: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
provisioning_acceptance: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
provisioning_drift: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
provisioning_run: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
report_made: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
role_grant: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
roll: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
roll_marks: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
session: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
sign_in_link: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
slip: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
support: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))
tally: forced using ((municipality_id = kernplein_municipality())) check ((municipality_id = kernplein_municipality()))

-- rights of kernplein_app
audit: insert, select
audit_head: insert, select, update
card_posted: delete, insert, select, update
channel_seen: delete, insert, select, update
chat_setting: delete, insert, select, update
comment: delete, insert, select, update
comment_agreement: delete, insert, select, update
conversation_place: delete, insert, select, update
council_visit: delete, insert, select, update
declared_address: delete, insert, select, update
email_change: delete, insert, select, update
guest: delete, insert, select, update
guest_watch: delete, insert, select, update
join_request: delete, insert, select, update
kern: delete, insert, select, update
letter: delete, insert, select, update
log_follower: delete, insert, select, update
log_head: insert, select
mail_stopped: delete, insert, select, update
meeting: delete, insert, select, update
meeting_attendee: delete, insert, select, update
meeting_proposal: delete, insert, select, update
membership: delete, insert, select, update
message_sent: delete, insert, select, update
municipality: delete, insert, select, update
named_ballot: insert, select, update
paper_batch: insert, select
paper_entry: delete, insert, select, update
paper_stack: delete, insert, select, update
pass_issued: insert, select
person: delete, insert, select, update
person_block: delete, insert, select, update
photo: delete, insert, select, update
platform_limit: delete, insert, select, update
poll: delete, insert, select, update
poll_draft: delete, insert, select, update
poll_export: insert, select
poll_extension: insert, select
poll_key: insert, select, update
poll_log: insert, select, update
poll_next_steps: delete, insert, select, update
poll_option: delete, insert, select, update
posting_pause: delete, insert, select, update
posting_sent: delete, insert, select, update
proposal: delete, insert, select, update
proposal_event: insert, select
proposal_search: select
provisioned_resource: delete, insert, select, update
provisioning_acceptance: delete, insert, select, update
provisioning_drift: delete, insert, select, update
provisioning_run: delete, insert, select, update
report_made: delete, insert, select, update
role_grant: delete, insert, select, update
roll: insert, select
roll_marks: insert, select, update
session: delete, insert, select, update
sign_in_link: delete, insert, select, update
slip: delete, insert, select, update
support: delete, insert, select, update
tally: insert, select

-- functions
CREATE OR REPLACE FUNCTION public.keep_municipality_directory()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if tg_op = 'DELETE' then
    delete from municipality_directory d where d.municipality_id = old.municipality_id;
    return old;
  end if;
  insert into municipality_directory values (new.municipality_id, new.name, new.entra_tenant_id)
    on conflict (municipality_id) do update set name = excluded.name, entra_tenant_id = excluded.entra_tenant_id;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.keep_proposal_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_cast_slips(the_poll uuid, places integer[], helpers uuid[], commitments bytea[], casters bytea[], versions smallint[], keys bytea[], salts bytea[], choices jsonb[], passes bytea[], received timestamp with time zone[], others bytea[], OUT verdicts text[], OUT sealed integer)
 RETURNS record
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_dutch_stems(words text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_issue_pass(the_poll uuid, the_place integer, the_helper uuid, the_binding bytea, received timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_mark_paper(the_poll uuid, the_place integer, received timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_merged_municipalities()
 RETURNS TABLE(municipality_id text, merged_into text, merged_kernen jsonb, left_tenant_id text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  return query select m.municipality_id, m.merged_into, m.merged_kernen, m.left_tenant_id from municipality_directory m
    where m.merged_into is not null;
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_municipalities()
 RETURNS TABLE(municipality_id text, name text, entra_tenant_id text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  return query select m.municipality_id, m.name, m.entra_tenant_id from municipality_directory m
    where m.merged_into is null order by m.name;
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_municipality()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('kernplein.municipality'::text, true), ''::text)

CREATE OR REPLACE FUNCTION public.kernplein_one_more(counts jsonb, who uuid)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$ select counts || jsonb_build_object(who, coalesce((counts ->> who::text)::integer, 0) + 1) $function$

CREATE OR REPLACE FUNCTION public.kernplein_plain(given text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE STRICT
RETURN lower(unaccent(given))

CREATE OR REPLACE FUNCTION public.kernplein_posting_turn(said_in text, asked_at timestamp with time zone, longest interval, waits boolean)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_queue_job(task text, payload json, job_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, queue text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, job_key => job_key);
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_seal_batch(the_poll uuid, the_batch integer)
 RETURNS SETOF bytea
 LANGUAGE sql
AS $function$
  with moved as (
    delete from slip where municipality_id = kernplein_municipality() and poll_id = the_poll and batch is null
    returning municipality_id, poll_id, commitment, caster, version, key, salt, choice, pass
  )
  insert into slip (municipality_id, poll_id, commitment, caster, version, key, salt, choice, pass, batch)
    select moved.*, the_batch from moved order by commitment
    returning commitment
$function$

CREATE OR REPLACE FUNCTION public.kernplein_sought(given text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE PARALLEL SAFE STRICT
RETURN (regexp_replace(kernplein_dutch_stems((websearch_to_tsquery('kernplein_dutch'::regconfig, regexp_replace(given, '[''’]s\M'::text, ''::text, 'g'::text)))::text), '''$'::text, ''':*'::text))::tsquery

CREATE OR REPLACE FUNCTION public.kernplein_sought_title()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('kernplein.sought_title'::text, true), ''::text)

CREATE OR REPLACE FUNCTION public.kernplein_sought_words()
 RETURNS tsquery
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('kernplein.sought_words'::text, true), ''::text))::tsquery

CREATE OR REPLACE FUNCTION public.kernplein_tenant_table(name regclass, rights text DEFAULT 'select, insert, update, delete'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy one_municipality on %s using (municipality_id = kernplein_municipality()) with check (municipality_id = kernplein_municipality())',
    name
  );
  execute format('grant %s on %s to kernplein_app', rights, name);
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_unmark_paper(the_poll uuid, the_place integer, received timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  m text := kernplein_municipality();
  p record;
  box record;
begin
  select state, closes_at into p from poll where municipality_id = m and poll_id = the_poll for share;
  if not found then return 'not-found'; end if;
  if p.state = 'closed' or received >= p.closes_at then return 'poll-closed'; end if;
  if the_place is null then return 'not-on-the-roll'; end if;
  if exists (select from paper_stack where municipality_id = m and poll_id = the_poll) then return 'paper-entered'; end if;
  select marks, paper into box from roll_marks where municipality_id = m and poll_id = the_poll for update;
  if not found or get_bit(box.paper, the_place) = 0 then return 'not-found'; end if;
  update roll_marks set marks = set_bit(marks, the_place, 0), paper = set_bit(paper, the_place, 0)
    where municipality_id = m and poll_id = the_poll;
  return 'unmarked';
end $function$

CREATE OR REPLACE FUNCTION public.kernplein_words(given text)
 RETURNS tsvector
 LANGUAGE sql
 STABLE PARALLEL SAFE STRICT
RETURN (kernplein_dutch_stems((to_tsvector('kernplein_dutch'::regconfig, regexp_replace(given, '[''’]s\M'::text, ''::text, 'g'::text)))::text))::tsvector

