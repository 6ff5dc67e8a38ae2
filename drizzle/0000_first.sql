CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"edition" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"quiz" text NOT NULL,
	"number" smallint NOT NULL,
	"items" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"earned" integer,
	"total" integer,
	CONSTRAINT "attempt_number" UNIQUE("account_id","quiz","number")
);
--> statement-breakpoint
CREATE TABLE "cohort" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cohort_manager" (
	"cohort_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "cohort_manager_cohort_id_account_id_pk" PRIMARY KEY("cohort_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "completion" (
	"account_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"first_completed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "completion_account_id_unit_pk" PRIMARY KEY("account_id","unit")
);
--> statement-breakpoint
CREATE TABLE "item_version" (
	"item" text NOT NULL,
	"version" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "item_version_item_version_pk" PRIMARY KEY("item","version")
);
--> statement-breakpoint
CREATE TABLE "join_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"code" text NOT NULL,
	"max_uses" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "join_link_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"cohort_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"join_link_id" uuid,
	CONSTRAINT "membership_cohort_id_account_id_pk" PRIMARY KEY("cohort_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "note_revision" (
	"account_id" uuid NOT NULL,
	"field" text NOT NULL,
	"revision" integer NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_revision_account_id_field_revision_pk" PRIMARY KEY("account_id","field","revision")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "position" (
	"account_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"step" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "position_account_id_lesson_pk" PRIMARY KEY("account_id","lesson")
);
--> statement-breakpoint
CREATE TABLE "prediction" (
	"account_id" uuid NOT NULL,
	"prediction" text NOT NULL,
	"chosen" text NOT NULL,
	"language" text NOT NULL,
	"predicted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "prediction_account_id_prediction_pk" PRIMARY KEY("account_id","prediction")
);
--> statement-breakpoint
CREATE TABLE "response" (
	"account_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"item" text NOT NULL,
	"version" text NOT NULL,
	"attempt_id" uuid,
	"try" smallint NOT NULL,
	"given" jsonb NOT NULL,
	"earned" smallint NOT NULL,
	"total" smallint NOT NULL,
	"language" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "response_account_id_answer_id_pk" PRIMARY KEY("account_id","answer_id"),
	CONSTRAINT "response_once" UNIQUE NULLS NOT DISTINCT("account_id","item","attempt_id","try")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone,
	"admitted" uuid
);
--> statement-breakpoint
CREATE TABLE "token" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_manager" ADD CONSTRAINT "cohort_manager_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_manager" ADD CONSTRAINT "cohort_manager_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion" ADD CONSTRAINT "completion_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_link" ADD CONSTRAINT "join_link_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_join_link_id_join_link_id_fk" FOREIGN KEY ("join_link_id") REFERENCES "public"."join_link"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_revision" ADD CONSTRAINT "note_revision_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position" ADD CONSTRAINT "position_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_attempt_id_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempt"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_one_open" ON "attempt" USING btree ("account_id","quiz") WHERE "attempt"."submitted_at" is null;--> statement-breakpoint
CREATE INDEX "cohort_manager_account" ON "cohort_manager" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "join_link_cohort" ON "join_link" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "membership_account" ON "membership" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_try_at") WHERE "outbox"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");