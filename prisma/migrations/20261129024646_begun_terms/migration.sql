-- AlterTable
ALTER TABLE "InquiryPart" ADD COLUMN     "runsFrom" TIMESTAMP(3);

-- The only parts that can have it are written anew by the job that looks after the terms.
UPDATE "InquiryPart" SET "wakeAt" = '1970-01-01T00:00:00Z' WHERE "state" = 'deficient';
