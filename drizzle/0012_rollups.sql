CREATE TABLE "cohort_rollup" (
	"cohort_id" uuid NOT NULL,
	"part" text NOT NULL,
	"people" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "recounted_on" text;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "rules" text;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "rollup" jsonb;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "standing" text;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "parts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "name_key" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "cohort_rollup_of" ON "cohort_rollup" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "membership_by_rules" ON "membership" USING btree ("cohort_id","rules","account_id");--> statement-breakpoint
CREATE INDEX "membership_by_name" ON "membership" USING btree ("cohort_id","name_key","account_id");--> statement-breakpoint
CREATE INDEX "membership_by_standing" ON "membership" USING btree ("cohort_id","standing","name_key","account_id");--> statement-breakpoint
-- What a membership adds to the counts of its cohort is taken out and put in by the very statement that changes it. Rows are
-- only added: two people at the same time do not wait for each other.
CREATE FUNCTION "count_parts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		INSERT INTO cohort_rollup (cohort_id, part, people)
		SELECT cohort_id, part, count(*)
		FROM new_rows, LATERAL (SELECT standing UNION ALL SELECT jsonb_array_elements_text(parts)) AS each (part)
		WHERE part IS NOT NULL GROUP BY cohort_id, part;
	ELSIF TG_OP = 'DELETE' THEN
		INSERT INTO cohort_rollup (cohort_id, part, people)
		SELECT cohort_id, part, -count(*)
		FROM old_rows, LATERAL (SELECT standing UNION ALL SELECT jsonb_array_elements_text(parts)) AS each (part)
		WHERE part IS NOT NULL GROUP BY cohort_id, part;
	ELSE
		INSERT INTO cohort_rollup (cohort_id, part, people)
		SELECT cohort_id, part, sum(people) FROM (
			SELECT cohort_id, part, 1 AS people
			FROM new_rows, LATERAL (SELECT standing UNION ALL SELECT jsonb_array_elements_text(parts)) AS each (part)
			UNION ALL
			SELECT cohort_id, part, -1
			FROM old_rows, LATERAL (SELECT standing UNION ALL SELECT jsonb_array_elements_text(parts)) AS each (part)
		) AS changed
		WHERE part IS NOT NULL GROUP BY cohort_id, part HAVING sum(people) <> 0;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "membership_joins" AFTER INSERT ON "membership"
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"();
--> statement-breakpoint
CREATE TRIGGER "membership_leaves" AFTER DELETE ON "membership"
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"();
--> statement-breakpoint
CREATE TRIGGER "membership_changes" AFTER UPDATE ON "membership"
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "count_parts"();
--> statement-breakpoint
-- A changed fact makes what is kept of its person stale. The lock comes first: whoever is working it out at this moment, from
-- facts without this one, is waited for, and what they wrote is then stale too.
CREATE FUNCTION "make_stale"(who uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM membership WHERE account_id = who ORDER BY cohort_id FOR NO KEY UPDATE;
	UPDATE membership SET rules = NULL WHERE account_id = who AND rules IS NOT NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "fact_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM make_stale(coalesce(NEW.account_id, OLD.account_id));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "completion_changes" AFTER INSERT OR UPDATE OR DELETE ON "completion"
	FOR EACH ROW EXECUTE FUNCTION "fact_changes"();
--> statement-breakpoint
CREATE TRIGGER "extra_try_changes" AFTER INSERT OR UPDATE OR DELETE ON "extra_try"
	FOR EACH ROW EXECUTE FUNCTION "fact_changes"();
--> statement-breakpoint
CREATE TRIGGER "attempt_is_handed_in" AFTER INSERT ON "attempt"
	FOR EACH ROW WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION "fact_changes"();
--> statement-breakpoint
CREATE TRIGGER "attempt_changes" AFTER UPDATE OF "submitted_at", "earned", "total" OR DELETE ON "attempt"
	FOR EACH ROW EXECUTE FUNCTION "fact_changes"();
--> statement-breakpoint
-- Of answers and predictions only the first counts here: only of whoever has not begun is anything stale.
CREATE FUNCTION "somebody_begins"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM membership WHERE account_id = NEW.account_id
		AND (rollup IS NULL OR NOT (rollup -> 'started')::boolean))
	THEN PERFORM make_stale(NEW.account_id); END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "response_begins" AFTER INSERT ON "response"
	FOR EACH ROW EXECUTE FUNCTION "somebody_begins"();
--> statement-breakpoint
CREATE TRIGGER "prediction_begins" AFTER INSERT ON "prediction"
	FOR EACH ROW EXECUTE FUNCTION "somebody_begins"();
--> statement-breakpoint
CREATE FUNCTION "account_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM make_stale(NEW.id);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "account_changes" AFTER UPDATE OF "name", "edition" ON "account"
	FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.edition IS DISTINCT FROM NEW.edition)
	EXECUTE FUNCTION "account_changes"();
--> statement-breakpoint
CREATE FUNCTION "cohort_sees"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM membership WHERE cohort_id = NEW.id ORDER BY account_id FOR NO KEY UPDATE;
	UPDATE membership SET rules = NULL WHERE cohort_id = NEW.id AND rules IS NOT NULL;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "cohort_sees" AFTER UPDATE OF "sees" ON "cohort"
	FOR EACH ROW WHEN (OLD.sees IS DISTINCT FROM NEW.sees) EXECUTE FUNCTION "cohort_sees"();
--> statement-breakpoint
CREATE FUNCTION "membership_days"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.rules = NULL;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "membership_days" BEFORE UPDATE OF "joined_at", "ends_at" ON "membership"
	FOR EACH ROW WHEN (OLD.joined_at IS DISTINCT FROM NEW.joined_at OR OLD.ends_at IS DISTINCT FROM NEW.ends_at)
	EXECUTE FUNCTION "membership_days"();
--> statement-breakpoint
-- Whoever is writing a fact of somebody who joins at this moment is waited for: that fact does not see the membership yet.
-- Facts hold their account until they are committed, so that nobody can lock it.
CREATE FUNCTION "somebody_joins"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM account WHERE id = NEW.account_id FOR UPDATE;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "somebody_joins" BEFORE INSERT ON "membership"
	FOR EACH ROW EXECUTE FUNCTION "somebody_joins"();
