-- What `jobbpunkt server prepare` runs once in the database of a register, as the server's own administrator (a superuser).
-- Nobody needs such rights afterwards. Names in braces end in the database's name, since several registers may share a server:
-- {owner} {upgrade} {keeper} {member} {backup} {coach} {project_lead} {supervisor} {administrator}, and {database} itself.
-- Run again, it changes nothing.

-- Who there is. {owner} owns everything and cannot sign in; {upgrade} may become it, for migrations; {keeper} makes and stops
-- logins through the two functions below and nothing else; the others are groups that people's logins are put into.
DO $$
DECLARE role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['{owner}', '{keeper}', '{member}', '{backup}', '{coach}', '{project_lead}', '{supervisor}', '{administrator}', '{upgrade}'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', role); END IF;
  END LOOP;
END $$;
ALTER ROLE {keeper} CREATEROLE;
ALTER ROLE {upgrade} LOGIN NOINHERIT;
ALTER ROLE {administrator} NOINHERIT;  -- takes {backup} only when a backup is made, by SET ROLE
GRANT {owner} TO {upgrade};
GRANT {backup} TO {administrator};
GRANT {member}, {coach}, {project_lead}, {supervisor}, {administrator} TO {keeper} WITH ADMIN OPTION;
GRANT pg_signal_backend TO {keeper};

-- The database and what may stand in it already belong to {owner}; nobody else makes anything there, not for a moment either.
ALTER DATABASE {database} OWNER TO {owner};
REVOKE ALL ON DATABASE {database} FROM PUBLIC;
GRANT CONNECT ON DATABASE {database} TO {member}, {upgrade};
ALTER SCHEMA public OWNER TO {owner};
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {member}, {keeper}, {backup};
DO $$
DECLARE thing record;
BEGIN
  FOR thing IN SELECT oid::regclass AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') LOOP
    EXECUTE format('ALTER TABLE %s OWNER TO {owner}', thing.name);
  END LOOP;
  FOR thing IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO {owner}', thing.name);
  END LOOP;
END $$;

CREATE SCHEMA IF NOT EXISTS jp AUTHORIZATION {owner};
GRANT USAGE ON SCHEMA jp TO {member}, {keeper}, {backup};

SET ROLE {owner};
-- Which login is which user.
CREATE TABLE IF NOT EXISTS jp.login (name text PRIMARY KEY, user_id uuid NOT NULL UNIQUE);
GRANT SELECT, INSERT, UPDATE, DELETE ON jp.login TO {keeper};
-- The server's own word for who wrote which entry of the history, and when by its own clock.
CREATE TABLE IF NOT EXISTS jp.witness (hash text PRIMARY KEY, at timestamptz NOT NULL, login text NOT NULL);
GRANT SELECT ON jp.witness TO {administrator}, {backup};

CREATE OR REPLACE FUNCTION jp.me() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ SELECT user_id FROM jp.login WHERE name = session_user $$;

-- Whom a session may know nothing of: protected people, for all but coaches. Asked once in a statement.
CREATE OR REPLACE FUNCTION jp.hidden_ids() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF pg_has_role(session_user, '{coach}', 'MEMBER') THEN RETURN ARRAY[]::uuid[]; END IF;
  RETURN ARRAY(SELECT id FROM public.person WHERE protection <> 'none');
END $$;

-- Meetings in which somebody hidden takes part.
CREATE OR REPLACE FUNCTION jp.hidden_meetings() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT session_id FROM public.session_participant WHERE person_id = ANY (jp.hidden_ids()));
END $$;

-- The numbers of what begins with all of the words asked for; what of it may be seen is for the policies to say. They are few: told
-- nothing, the server reckons with a thousand, and would rather go through everybody than look each of them up.
CREATE OR REPLACE FUNCTION jp.found(asked text) RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT number::bigint FROM public.search_entry WHERE to_tsvector('simple', folded) @@ to_tsquery('simple', asked);
END $$;

-- The way into the history is made with the tables that it is written to: resources/server/history.sql.

REVOKE ALL ON FUNCTION jp.me(), jp.hidden_ids(), jp.hidden_meetings(), jp.found(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jp.me(), jp.hidden_ids(), jp.hidden_meetings(), jp.found(text) TO {member};
GRANT EXECUTE ON FUNCTION jp.me() TO {keeper};
RESET ROLE;

-- The functions that make, change and stop logins; a verifier is what SCRAM keeps of a password, never the password itself.
GRANT CREATE ON SCHEMA jp TO {keeper};
SET ROLE {keeper};
CREATE OR REPLACE FUNCTION jp.login_of(login text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$ SELECT 'jp_u_' || left(encode(sha256(convert_to(current_database() || E'\n' || login, 'UTF8')), 'hex'), 32) $$;

CREATE OR REPLACE FUNCTION jp.demand(verifier text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF verifier !~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/=]{16,}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$' THEN
    RAISE invalid_password USING MESSAGE = 'a SCRAM verifier is wanted';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION jp.note_login(who uuid, said text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF jp.me() IS NOT NULL THEN
    PERFORM jp.append(clock_timestamp(), coalesce(nullif(current_setting('jp.transaction', true), '')::uuid, gen_random_uuid()), json_build_array(json_build_object(
      'action', 'keys_granted', 'noun', 'user_account', 'record_id', who, 'reason', said)));
  END IF;
END $$;

-- Lets a user in with a new password, their roles being these; `verifier` null leaves the password as it is.
CREATE OR REPLACE FUNCTION jp.make_login(who uuid, login text, verifier text, roles text[]) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE own text := jp.login_of(login); named text;
  names text[] := ARRAY['coach', 'project_lead', 'supervisor', 'administrator'];
  groups text[] := ARRAY['{coach}', '{project_lead}', '{supervisor}', '{administrator}'];
BEGIN
  IF NOT (pg_has_role(session_user, '{administrator}', 'MEMBER') OR pg_has_role(session_user, '{owner}', 'MEMBER')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only administrators';
  END IF;
  IF own = session_user AND NOT (SELECT bool_and(pg_has_role(session_user, groups[array_position(names, one)], 'MEMBER')) FROM unnest(roles) one) THEN
    RAISE insufficient_privilege USING MESSAGE = 'nobody gives themselves a role';
  END IF;
  IF NOT roles <@ names THEN RAISE invalid_parameter_value USING MESSAGE = 'unknown role'; END IF;
  IF NOT EXISTS (SELECT 1 FROM public.user_account AS one WHERE one.id = who AND one.login = make_login.login AND one.active) THEN
    RAISE insufficient_privilege USING MESSAGE = 'no such user';
  END IF;
  IF verifier IS NOT NULL THEN PERFORM jp.demand(verifier); END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = own) THEN
    EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 8', own);
  END IF;
  IF verifier IS NOT NULL THEN EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', own, verifier); END IF;
  FOR place IN 1 .. array_length(names, 1) LOOP
    IF names[place] = ANY (roles) THEN
      EXECUTE format('GRANT %I TO %I', groups[place], own);
    ELSIF pg_has_role(own, groups[place], 'MEMBER') THEN
      EXECUTE format('REVOKE %I FROM %I', groups[place], own);
    END IF;
  END LOOP;
  EXECUTE format('GRANT {member} TO %I', own);
  INSERT INTO jp.login VALUES (own, who) ON CONFLICT (user_id) DO UPDATE SET name = excluded.name;
  PERFORM jp.note_login(who, 'login: ' || array_to_string(roles, ', '));
  RETURN own;
END $$;

-- One's own new password.
CREATE OR REPLACE FUNCTION jp.change_login(verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM jp.demand(verifier);
  IF jp.me() IS NULL THEN RAISE insufficient_privilege USING MESSAGE = 'no such user'; END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, verifier);
END $$;

-- Lets a user in no longer, and ends what they have open.
CREATE OR REPLACE FUNCTION jp.stop_login(who uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE own text; one text; ended integer;
BEGIN
  IF NOT (pg_has_role(session_user, '{administrator}', 'MEMBER') OR pg_has_role(session_user, '{owner}', 'MEMBER')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only administrators';
  END IF;
  SELECT name INTO own FROM jp.login WHERE user_id = who;
  IF own IS NULL THEN RETURN 0; END IF;
  EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', own);
  FOREACH one IN ARRAY ARRAY['{coach}', '{project_lead}', '{supervisor}', '{administrator}', '{member}'] LOOP
    IF pg_has_role(own, one, 'MEMBER') THEN EXECUTE format('REVOKE %I FROM %I', one, own); END IF;
  END LOOP;
  SELECT count(pg_terminate_backend(pid)) INTO ended FROM pg_stat_activity WHERE usename = own AND pid <> pg_backend_pid();
  PERFORM jp.note_login(who, 'login stopped');
  RETURN ended;
END $$;

REVOKE ALL ON FUNCTION jp.login_of(text), jp.demand(text), jp.note_login(uuid, text), jp.make_login(uuid, text, text, text[]),
  jp.change_login(text), jp.stop_login(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jp.make_login(uuid, text, text, text[]), jp.stop_login(uuid) TO {administrator}, {owner};
GRANT EXECUTE ON FUNCTION jp.change_login(text) TO {member};
RESET ROLE;
REVOKE CREATE ON SCHEMA jp FROM {keeper};
