-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "about" TEXT;

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMP(3),
    "letter" TEXT NOT NULL,
    "letterAt" TIMESTAMP(3),
    "letteredAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticePreference" (
    "userId" UUID NOT NULL,
    "group" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,

    CONSTRAINT "NoticePreference_pkey" PRIMARY KEY ("userId","group")
);

-- CreateIndex
CREATE INDEX "Notice_userId_createdAt_idx" ON "Notice"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_userId_about_letteredAt_idx" ON "Notice"("userId", "about", "letteredAt");

-- CreateIndex
CREATE INDEX "Notice_letter_letteredAt_idx" ON "Notice"("letter", "letteredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_userId_dedupeKey_key" ON "Notice"("userId", "dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_about_toAddress_idx" ON "OutboxMessage"("about", "toAddress");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticePreference" ADD CONSTRAINT "NoticePreference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
