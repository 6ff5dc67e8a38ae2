CREATE TABLE "audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"cohort_id" uuid,
	"detail" text
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "nudges" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "ends_reason" text;--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("actor");--> statement-breakpoint
CREATE INDEX "audit_event_subject" ON "audit_event" USING btree ("subject");--> statement-breakpoint
CREATE FUNCTION "audit_event_stays"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit_event is only added to'; END $$;--> statement-breakpoint
CREATE TRIGGER "audit_event_stays" BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "audit_event_stays"();
