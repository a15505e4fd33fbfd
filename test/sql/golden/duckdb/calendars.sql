-- The tables of the calendars: parts of days, dates, closings.
CREATE OR REPLACE TABLE "calendar_parts" AS
SELECT unnest(CAST('[20100,20101,20102, ... 1119 more]' AS BIGINT[])) AS part,
  unnest(CAST('[0,0,0, ... 1119 more]' AS BIGINT[])) AS calendar,
  unnest(CAST('[0,0,27000000000, ... 1119 more]' AS BIGINT[])) AS ob,
  unnest(CAST('[0,1736755200000000,1736841600000000, ... 1119 more]' AS BIGINT[])) AS o1,
  unnest(CAST('[0,1736767800000000,1736854200000000, ... 1119 more]' AS BIGINT[])) AS c1,
  unnest(CAST('[0,1736773200000000,1736859600000000, ... 1119 more]' AS BIGINT[])) AS o2,
  unnest(CAST('[0,1736787600000000,1736874000000000, ... 1119 more]' AS BIGINT[])) AS c2;

CREATE OR REPLACE TABLE "calendar_dates" AS
SELECT unnest(CAST('[20099,20100,20101, ... 1123 more]' AS BIGINT[])) AS day,
  unnest(CAST('[0,0,1, ... 1123 more]' AS BIGINT[])) AS ord;

CREATE OR REPLACE TABLE "calendar_closings" AS
SELECT unnest(CAST('[1,2,3, ... 851 more]' AS BIGINT[])) AS ord,
  unnest(CAST('[1736787600000000,1736874000000000,1736960400000000, ... 851 more]' AS BIGINT[])) AS close,
  unnest(CAST('[27000000000,54000000000,81000000000, ... 851 more]' AS BIGINT[])) AS pos;
