CREATE TABLE "certificate" (
	"code" text PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"edition" integer NOT NULL,
	"earned_at" timestamp with time zone NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"shows_name" boolean DEFAULT false NOT NULL,
	"after_erasure" text DEFAULT 'withdrawn' NOT NULL,
	"status_index" integer NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "certificate_status_index_unique" UNIQUE("status_index"),
	CONSTRAINT "certificate_once" UNIQUE("account_id","edition")
);
--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;