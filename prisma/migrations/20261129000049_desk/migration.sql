-- CreateEnum
CREATE TYPE "AkimatRequestState" AS ENUM ('open', 'answered', 'withdrawn');

-- DropIndex
DROP INDEX "InquiryPart_assigneeId_idx";

-- DropIndex
DROP INDEX "InquiryPart_organizationId_state_dueOn_idx";

-- AlterTable
ALTER TABLE "InquiryEvent" ADD COLUMN     "onceKey" TEXT;

-- AlterTable
ALTER TABLE "InquiryPart" ADD COLUMN     "answerDays" DOUBLE PRECISION,
ADD COLUMN     "assignedAt" TIMESTAMP(3),
ADD COLUMN     "breaches" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "breachesAt" TIMESTAMP(3),
ADD COLUMN     "isLawKept" BOOLEAN,
ADD COLUMN     "isPromiseKept" BOOLEAN,
ADD COLUMN     "searchText" TEXT,
ADD COLUMN     "wakeAt" TIMESTAMP(3) DEFAULT '1970-01-01 00:00:00 +00:00',
ADD COLUMN     "warnsAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "OfficerAbsence" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "standInId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "canceledAt" TIMESTAMP(3),
    "submissionKey" TEXT NOT NULL,

    CONSTRAINT "OfficerAbsence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AkimatRequest" (
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "AkimatRequestState" NOT NULL DEFAULT 'open',
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMP(3),
    "submissionKey" TEXT NOT NULL,

    CONSTRAINT "AkimatRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OfficerAbsence_submissionKey_key" ON "OfficerAbsence"("submissionKey");

-- CreateIndex
CREATE INDEX "OfficerAbsence_organizationId_lastDay_idx" ON "OfficerAbsence"("organizationId", "lastDay");

-- CreateIndex
CREATE INDEX "OfficerAbsence_userId_lastDay_idx" ON "OfficerAbsence"("userId", "lastDay");

-- CreateIndex
CREATE UNIQUE INDEX "AkimatRequest_submissionKey_key" ON "AkimatRequest"("submissionKey");

-- CreateIndex
CREATE INDEX "AkimatRequest_partId_idx" ON "AkimatRequest"("partId");

-- CreateIndex
CREATE INDEX "AkimatRequest_siteId_state_dueOn_idx" ON "AkimatRequest"("siteId", "state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "InquiryEvent_partId_onceKey_key" ON "InquiryEvent"("partId", "onceKey");

-- CreateIndex
CREATE INDEX "InquiryPart_organizationId_dueOn_registeredAt_id_idx" ON "InquiryPart"("organizationId", "dueOn", "registeredAt", "id");

-- CreateIndex
CREATE INDEX "InquiryPart_organizationId_closedAt_idx" ON "InquiryPart"("organizationId", "closedAt");

-- CreateIndex
CREATE INDEX "InquiryPart_assigneeId_dueOn_registeredAt_id_idx" ON "InquiryPart"("assigneeId", "dueOn", "registeredAt", "id");

-- CreateIndex
CREATE INDEX "InquiryPart_wakeAt_idx" ON "InquiryPart"("wakeAt");

-- CreateIndex
CREATE INDEX "InquiryPart_organizationId_registeredAt_idx" ON "InquiryPart"("organizationId", "registeredAt");

-- AddForeignKey
ALTER TABLE "OfficerAbsence" ADD CONSTRAINT "OfficerAbsence_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficerAbsence" ADD CONSTRAINT "OfficerAbsence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficerAbsence" ADD CONSTRAINT "OfficerAbsence_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AkimatRequest" ADD CONSTRAINT "AkimatRequest_partId_fkey" FOREIGN KEY ("partId") REFERENCES "InquiryPart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AkimatRequest" ADD CONSTRAINT "AkimatRequest_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AkimatRequest" ADD CONSTRAINT "AkimatRequest_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AkimatRequest" ADD CONSTRAINT "AkimatRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
