-- AlterEnum
ALTER TYPE "OutboxStatus" ADD VALUE 'bounced';

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "nextTryAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Change" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tx" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Change_tx_idx" ON "Change"("tx");

-- CreateIndex
CREATE INDEX "Change_at_idx" ON "Change"("at");

-- CreateIndex
CREATE INDEX "OutboxMessage_status_nextTryAt_idx" ON "OutboxMessage"("status", "nextTryAt");
