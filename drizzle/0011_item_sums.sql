CREATE TABLE "item_sum" (
	"place" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"sums" jsonb NOT NULL
);
