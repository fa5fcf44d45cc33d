-- The way into the history of a prepared server, made by its owner with the tables and anew after each migration, since the shape
-- of an entry belongs to the schema. Names in braces are those of `prepare.sql`.

CREATE OR REPLACE FUNCTION jp.spelled(value text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS
$$ SELECT coalesce(to_json(value)::text, 'null') $$;

-- The one way in: the server gives the number, the user and the chain, and witnesses time and login; the hashes are those of
-- `jobbpunkt/register/chain.py`. Of what is sealed only who sealed it can say the digest of its words; of all else it is made here.
-- `at` is the program's clock, which the chain covers: tests and the demo hand in their own.
CREATE OR REPLACE FUNCTION jp.append(at timestamptz, transaction_id uuid, happened json) RETURNS TABLE (last_number bigint, last_hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  k bigint; p text; h text; t text; s text; one json; u uuid := jp.me();
  spelled_at text := to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
    || CASE WHEN extract(microseconds FROM at)::bigint % 1000000 = 0 THEN '' ELSE to_char(at AT TIME ZONE 'UTC', '.US') END || '+00:00';
BEGIN
  IF u IS NULL THEN RAISE insufficient_privilege USING MESSAGE = 'no such user'; END IF;
  SELECT head.number, head.hash INTO k, p FROM public.history_head AS head FOR UPDATE;
  FOR one IN SELECT value FROM json_array_elements(happened) LOOP
    k := k + 1;
    s := coalesce(one->>'salt', replace(gen_random_uuid()::text, '-', ''));
    t := CASE WHEN s LIKE 'sealed:%' THEN one->>'told' ELSE encode(sha256(convert_to(format('{"after":%s,"before":%s,"reason":%s,"salt":%s}',
      jp.spelled(one->>'after'), jp.spelled(one->>'before'), jp.spelled(one->>'reason'), jp.spelled(s)), 'UTF8')), 'hex') END;
    IF t IS NULL OR t !~ '^[0-9a-f]{64}$' THEN RAISE check_violation USING MESSAGE = 'what is sealed needs its digest'; END IF;
    h := encode(sha256(convert_to(format(
      '{"action":%s,"at":%s,"noun":%s,"number":%s,"person_id":%s,"previous":%s,"record_id":%s,"told":%s,"transaction_id":%s,"user_id":%s}',
      jp.spelled(one->>'action'), jp.spelled(spelled_at), jp.spelled(one->>'noun'), k, jp.spelled((one->>'person_id')::uuid::text),
      jp.spelled(p), jp.spelled((one->>'record_id')::uuid::text), jp.spelled(t), jp.spelled(transaction_id::text),
      jp.spelled(u::text)), 'UTF8')), 'hex');
    INSERT INTO public.history_entry
      (number, transaction_id, at, user_id, action, noun, record_id, person_id, before, after, reason, salt, told, previous, hash)
      VALUES (k, append.transaction_id, append.at, u, one->>'action', one->>'noun', (one->>'record_id')::uuid, (one->>'person_id')::uuid,
        one->>'before', one->>'after', one->>'reason', s, t, p, h);
    INSERT INTO jp.witness VALUES (h, clock_timestamp(), session_user);
    p := h;
  END LOOP;
  UPDATE public.history_head SET number = k, hash = p;
  RETURN QUERY SELECT k, p;
END $$;

-- Sealing and opening what entries say, when somebody becomes protected or stops being it; who may is granted with the tables'
-- rights. Sealed is only what concerns somebody who is protected. The trigger on the table lets nothing else of an entry change,
-- and no words come back than those that its digest is of.
CREATE OR REPLACE FUNCTION jp.reseal(turned json) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE one json; entry record;
BEGIN
  IF jp.me() IS NULL THEN RAISE insufficient_privilege USING MESSAGE = 'no such user'; END IF;
  FOR one IN SELECT value FROM json_array_elements(turned) LOOP
    SELECT noun, person_id INTO STRICT entry FROM public.history_entry WHERE number = (one->>'number')::bigint;
    IF coalesce(one->>'before', one->>'after', one->>'reason', one->>'salt') LIKE 'sealed:%' AND entry.person_id IS NOT NULL
      AND entry.noun <> 'coaching_session'
      AND NOT EXISTS (SELECT 1 FROM public.person WHERE id = entry.person_id AND protection <> 'none') THEN
      RAISE insufficient_privilege USING MESSAGE = 'nobody protected';
    END IF;
    UPDATE public.history_entry SET before = one->>'before', after = one->>'after', reason = one->>'reason', salt = one->>'salt'
      WHERE number = (one->>'number')::bigint;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION jp.spelled(text), jp.append(timestamptz, uuid, json), jp.reseal(json) FROM PUBLIC, {member};
GRANT EXECUTE ON FUNCTION jp.append(timestamptz, uuid, json) TO {member}, {keeper};
