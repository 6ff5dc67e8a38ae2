CREATE TABLE "cohort_figure" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"people" integer NOT NULL,
	"right" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cohort_figure_member" (
	"account_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cohort_figure" ADD CONSTRAINT "cohort_figure_cohort_id_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohort"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_figure_member" ADD CONSTRAINT "cohort_figure_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;