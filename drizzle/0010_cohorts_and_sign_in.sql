CREATE TABLE "cohort_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"rows" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cohort_insight" (
	"cohort_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"levels" jsonb NOT NULL,
	CONSTRAINT "cohort_insight_cohort_id_subject_pk" PRIMARY KEY("cohort_id","subject")
);
--> statement-breakpoint
CREATE TABLE "cohort_insight_member" (
	"account_id" uuid NOT NULL,
	"subject" text NOT NULL,
	CONSTRAINT "cohort_insight_member_account_id_subject_pk" PRIMARY KEY("account_id","subject")
);
--> statement-breakpoint
CREATE TABLE "exemption" (
	"account_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "exemption_account_id_unit_pk" PRIMARY KEY("account_id","unit")
);
--> statement-breakpoint
CREATE TABLE "extra_try" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"quiz" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"account_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_account_id_hash_pk" PRIMARY KEY("account_id","hash")
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "digest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "signed_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "warned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "lessons_per_week" smallint;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "language" text DEFAULT 'nl' NOT NULL;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "sees" text DEFAULT 'status' NOT NULL;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "asks_bands_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohort" ADD COLUMN "insights_on" text;--> statement-breakpoint
ALTER TABLE "cohort_manager" ADD COLUMN "view" text;--> statement-breakpoint
ALTER TABLE "join_link" ADD COLUMN "domains" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "join_link" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "join_link" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "join_link" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "bands_agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "confirmed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohort_import" ADD CONSTRAINT "cohort_import_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_import" ADD CONSTRAINT "cohort_import_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_insight" ADD CONSTRAINT "cohort_insight_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_insight_member" ADD CONSTRAINT "cohort_insight_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemption" ADD CONSTRAINT "exemption_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_try" ADD CONSTRAINT "extra_try_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cohort_import_made" ON "cohort_import" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "extra_try_of" ON "extra_try" USING btree ("account_id","quiz");--> statement-breakpoint
CREATE INDEX "identity_account" ON "identity" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_link_one_invitation" ON "join_link" USING btree ("cohort_id","email") WHERE "join_link"."email" is not null and "join_link"."revoked_at" is null;