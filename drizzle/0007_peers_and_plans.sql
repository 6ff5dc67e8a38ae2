CREATE TABLE "canvas_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"exercise" text NOT NULL,
	"revisions" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "canvas_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"reviewer_id" uuid,
	"claimed_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"levels" jsonb,
	"suggestion" text,
	CONSTRAINT "canvas_review_once" UNIQUE("request_id","reviewer_id")
);
--> statement-breakpoint
CREATE TABLE "plan_outcome" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"condition" text NOT NULL,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_outcome_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "canvas_request" ADD CONSTRAINT "canvas_request_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_request" ADD CONSTRAINT "canvas_request_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_review" ADD CONSTRAINT "canvas_review_request_id_canvas_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."canvas_request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_review" ADD CONSTRAINT "canvas_review_reviewer_id_account_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_outcome" ADD CONSTRAINT "plan_outcome_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "canvas_request_one_open" ON "canvas_request" USING btree ("account_id","exercise") WHERE "canvas_request"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "canvas_request_cohort" ON "canvas_request" USING btree ("cohort_id");