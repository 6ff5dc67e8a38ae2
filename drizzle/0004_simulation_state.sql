CREATE TABLE "simulation_state" (
	"account_id" uuid NOT NULL,
	"simulation" text NOT NULL,
	"state" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"reached_at" timestamp with time zone,
	CONSTRAINT "simulation_state_account_id_simulation_pk" PRIMARY KEY("account_id","simulation")
);
--> statement-breakpoint
ALTER TABLE "simulation_state" ADD CONSTRAINT "simulation_state_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;