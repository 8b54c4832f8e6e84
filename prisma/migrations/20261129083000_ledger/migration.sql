-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    "actor" TEXT NOT NULL,
    "behalf" TEXT,
    "requestId" TEXT,
    "address" TEXT,
    "tableName" TEXT NOT NULL,
    "rowKey" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "erasedAt" TIMESTAMP(3),
    "position" BIGINT,
    "digest" TEXT,
    "hash" TEXT,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerHead" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LedgerHead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_position_key" ON "LedgerEntry"("position");

-- CreateIndex
CREATE INDEX "LedgerEntry_at_idx" ON "LedgerEntry"("at");

-- CreateIndex
CREATE INDEX "LedgerEntry_actor_id_idx" ON "LedgerEntry"("actor", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_tableName_rowKey_id_idx" ON "LedgerEntry"("tableName", "rowKey", "id");

-- What is not chained yet; Prisma does not know partial indexes.
CREATE INDEX "LedgerEntry_unsealed" ON "LedgerEntry"("id") WHERE "position" IS NULL;

-- What of `one` is not the same in `other`, key by key into nested objects; null when nothing.
CREATE FUNCTION "ledger_difference"("one" JSONB, "other" JSONB) RETURNS JSONB
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF jsonb_typeof("one") = 'object' AND jsonb_typeof("other") = 'object' THEN
    RETURN (
      SELECT jsonb_object_agg("key", "ledger_difference"("value", "other" -> "key"))
      FROM jsonb_each("one") WHERE "value" IS DISTINCT FROM "other" -> "key"
    );
  END IF;
  RETURN "one";
END $$;

-- Arguments: the columns of the key, then the columns whose values are secrets. An UPDATE that changes nothing leaves no trace.
CREATE FUNCTION "ledger_record"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
DECLARE
  "context" JSONB := nullif(current_setting('alan.context', true), '')::jsonb;
  "was" JSONB := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  "is" JSONB := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  "row" JSONB := coalesce("is", "was");
  "secret" TEXT;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF "was" = "is" THEN RETURN NULL; END IF;
    "was" := "ledger_difference"("was", "row");
    "is" := "ledger_difference"("row", to_jsonb(OLD));
  END IF;
  FOREACH "secret" IN ARRAY TG_ARGV[1]::text[] LOOP
    IF "was" ->> "secret" IS NOT NULL THEN "was" := "was" || jsonb_build_object("secret", '***'); END IF;
    IF "is" ->> "secret" IS NOT NULL THEN "is" := "is" || jsonb_build_object("secret", '***'); END IF;
  END LOOP;
  INSERT INTO "LedgerEntry" ("actor", "behalf", "requestId", "address", "tableName", "rowKey", "operation", "before", "after")
  VALUES (
    coalesce("context" ->> 'actor', 'database:' || session_user),
    "context" ->> 'behalf', "context" ->> 'requestId', "context" ->> 'address',
    TG_TABLE_NAME,
    (SELECT string_agg("row" ->> "column", '/' ORDER BY "place")
     FROM unnest(TG_ARGV[0]::text[]) WITH ORDINALITY AS "keys"("column", "place")),
    lower(TG_OP), "was", "is"
  );
  RETURN NULL;
END $$;

-- For migrations: from now on every write to the table is recorded. `secrets` are columns whose values are not kept.
CREATE FUNCTION "ledger_watch"("tableName" TEXT, "secrets" TEXT[] DEFAULT '{}') RETURNS VOID
LANGUAGE plpgsql AS $$
DECLARE
  "keys" TEXT[];
BEGIN
  SELECT array_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO "keys"
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = format('%I', "tableName")::regclass AND i.indisprimary;
  EXECUTE format(
    'CREATE TRIGGER "ledger_record" AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION "ledger_record"(%L, %L)',
    "tableName", "keys", "secrets");
END $$;

-- An entry is changed twice at most: when it is chained, and when what it says of a person is erased.
CREATE FUNCTION "ledger_guard"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."position" IS NULL AND NEW."position" IS NOT NULL
      AND to_jsonb(NEW) - '{position,digest,hash}'::text[] = to_jsonb(OLD) - '{position,digest,hash}'::text[]
    THEN RETURN NEW; END IF;
    IF OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL AND NEW."before" IS NULL AND NEW."after" IS NULL
      AND NEW."position" IS NOT NULL
      AND to_jsonb(NEW) - '{before,after,erasedAt}'::text[] = to_jsonb(OLD) - '{before,after,erasedAt}'::text[]
    THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'The ledger is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "ledger_guard" BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION "ledger_guard"();
CREATE TRIGGER "ledger_guard_all" BEFORE TRUNCATE ON "LedgerEntry" FOR EACH STATEMENT EXECUTE FUNCTION "ledger_guard"();

-- Left out: counters, caches, letters and deliveries, which follow from what is recorded (app/domain/ledger/model.ts says why).
SELECT "ledger_watch"('user'), "ledger_watch"('organization'), "ledger_watch"('member'),
  "ledger_watch"('session', '{token}'), "ledger_watch"('account', '{accessToken,refreshToken,idToken,password}'),
  "ledger_watch"('invitation', '{tokenHash}'), "ledger_watch"('SignUp', '{tokenHash}');

SELECT "ledger_watch"('Region'), "ledger_watch"('Town'), "ledger_watch"('MonotownStatus'), "ledger_watch"('Sector'),
  "ledger_watch"('Incentive'), "ledger_watch"('CalendarDay'), "ledger_watch"('CalendarOverride'), "ledger_watch"('CalendarChange'),
  "ledger_watch"('PromiseVersion'), "ledger_watch"('RuleSet'), "ledger_watch"('AnswerTemplate');

SELECT "ledger_watch"('Site'), "ledger_watch"('SiteBundle'), "ledger_watch"('SiteVersion'), "ledger_watch"('ReviewRemark'),
  "ledger_watch"('SiteFile'), "ledger_watch"('ImportBatch'), "ledger_watch"('ValueQuestion'), "ledger_watch"('ValueAsker');

SELECT "ledger_watch"('Brief', '{secretHash}'), "ledger_watch"('Subscriber'), "ledger_watch"('Favourite'), "ledger_watch"('Watch');

SELECT "ledger_watch"('ServiceAssignment'), "ledger_watch"('SiteAssignment'), "ledger_watch"('SectorOfficer'),
  "ledger_watch"('Reorganization'), "ledger_watch"('OfficerAbsence'),
  "ledger_watch"('WebhookEndpoint', '{secret,earlierSecret}'), "ledger_watch"('NoticePreference');

SELECT "ledger_watch"('Inquiry', '{submissionKey,secretHash}'), "ledger_watch"('InquiryPart'), "ledger_watch"('InquirySite'),
  "ledger_watch"('InquiryEvent'), "ledger_watch"('InquiryMessage', '{submissionKey}'), "ledger_watch"('InquiryAttachment'),
  "ledger_watch"('InquiryOutcome'), "ledger_watch"('InquiryRating'), "ledger_watch"('AkimatRequest'), "ledger_watch"('Visit');
