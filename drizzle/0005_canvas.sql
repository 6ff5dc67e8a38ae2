CREATE TABLE "canvas_assessment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"exercise" text NOT NULL,
	"row" text NOT NULL,
	"level" smallint NOT NULL,
	"evidence" text NOT NULL,
	"share_id" uuid,
	"assessor_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "canvas_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"share_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"enables" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "canvas_revision" (
	"account_id" uuid NOT NULL,
	"field" text NOT NULL,
	"revision" integer NOT NULL,
	"base" integer NOT NULL,
	"aside" boolean NOT NULL,
	"settles" integer DEFAULT 0 NOT NULL,
	"cells" jsonb NOT NULL,
	"language" text NOT NULL,
	"save_id" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "canvas_revision_account_id_field_revision_pk" PRIMARY KEY("account_id","field","revision"),
	CONSTRAINT "canvas_revision_once" UNIQUE("account_id","save_id","field")
);
--> statement-breakpoint
CREATE TABLE "canvas_share" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"exercise" text NOT NULL,
	"revisions" jsonb NOT NULL,
	"shared_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "canvas_assessment" ADD CONSTRAINT "canvas_assessment_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_assessment" ADD CONSTRAINT "canvas_assessment_share_id_canvas_share_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."canvas_share"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_assessment" ADD CONSTRAINT "canvas_assessment_assessor_id_account_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_comment" ADD CONSTRAINT "canvas_comment_share_id_canvas_share_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."canvas_share"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_comment" ADD CONSTRAINT "canvas_comment_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_revision" ADD CONSTRAINT "canvas_revision_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_share" ADD CONSTRAINT "canvas_share_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canvas_share" ADD CONSTRAINT "canvas_share_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "canvas_assessment_of" ON "canvas_assessment" USING btree ("account_id","exercise");--> statement-breakpoint
CREATE INDEX "canvas_comment_share" ON "canvas_comment" USING btree ("share_id");--> statement-breakpoint
CREATE UNIQUE INDEX "canvas_share_one_open" ON "canvas_share" USING btree ("account_id","cohort_id","exercise") WHERE "canvas_share"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "canvas_share_cohort" ON "canvas_share" USING btree ("cohort_id");