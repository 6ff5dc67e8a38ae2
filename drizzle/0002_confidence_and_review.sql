ALTER TABLE "response" DROP CONSTRAINT "response_once";--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "review_day" text;--> statement-breakpoint
ALTER TABLE "response" ADD COLUMN "confidence" text;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_once" UNIQUE NULLS NOT DISTINCT("account_id","item","attempt_id","review_day","try");