-- AlterTable
ALTER TABLE "user" ADD COLUMN     "consentLocale" TEXT,
ADD COLUMN     "consentText" TEXT,
ADD COLUMN     "consentedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Subscriber" ADD COLUMN     "consentLocale" TEXT,
ADD COLUMN     "consentText" TEXT,
ADD COLUMN     "consentedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Inquiry" ADD COLUMN     "erasedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "consentLocale" TEXT,
ADD COLUMN     "consentText" TEXT,
ADD COLUMN     "consentedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "asked" TEXT NOT NULL,
    "askedById" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "userId" UUID,
    "inquiryIds" UUID[],

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Erasure_at_idx" ON "Erasure"("at");

SELECT "ledger_watch"('Erasure');
