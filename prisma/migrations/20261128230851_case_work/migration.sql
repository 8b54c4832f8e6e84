-- AlterTable
ALTER TABLE "Inquiry" ADD COLUMN     "briefCriteria" JSONB;

-- AlterTable
ALTER TABLE "InquiryPart" ADD COLUMN     "extensionUntil" DATE;

-- CreateTable
CREATE TABLE "InquiryOutcome" (
    "partId" UUID NOT NULL,
    "contractNumber" TEXT,
    "contractOn" DATE,
    "jobs" INTEGER,
    "investmentKzt" BIGINT,
    "reconversion" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InquiryOutcome_pkey" PRIMARY KEY ("partId")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "times" TIMESTAMP(3)[],
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "officialId" UUID NOT NULL,
    "startsAt" TIMESTAMP(3),
    "endsAt" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Visit_partId_idx" ON "Visit"("partId");

-- CreateIndex
CREATE INDEX "Visit_officialId_startsAt_idx" ON "Visit"("officialId", "startsAt");

-- AddForeignKey
ALTER TABLE "InquiryOutcome" ADD CONSTRAINT "InquiryOutcome_partId_fkey" FOREIGN KEY ("partId") REFERENCES "InquiryPart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_partId_fkey" FOREIGN KEY ("partId") REFERENCES "InquiryPart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
