CREATE TABLE "appeal" (
	"account_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"granted" boolean,
	"reply" text,
	CONSTRAINT "appeal_account_id_answer_id_pk" PRIMARY KEY("account_id","answer_id")
);
--> statement-breakpoint
CREATE TABLE "regrade" (
	"account_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"earned" smallint NOT NULL,
	"why" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "regrade_account_id_answer_id_earned_pk" PRIMARY KEY("account_id","answer_id","earned")
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cycle" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_account_id_kind_cycle_pk" PRIMARY KEY("account_id","kind","cycle")
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "weekly_mail" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_account_id_answer_id_response_account_id_answer_id_fk" FOREIGN KEY ("account_id","answer_id") REFERENCES "public"."response"("account_id","answer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_account_id_answer_id_response_account_id_answer_id_fk" FOREIGN KEY ("account_id","answer_id") REFERENCES "public"."response"("account_id","answer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeal_open" ON "appeal" USING btree ("made_at") WHERE "appeal"."decided_at" is null;