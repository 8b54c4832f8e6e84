-- AlterTable
ALTER TABLE "Inquiry" ADD COLUMN     "duplicateOfId" UUID,
ADD COLUMN     "ownerId" UUID;

-- CreateTable
CREATE TABLE "SignUp" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InquiryAttachment" (
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "access" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InquiryAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InquiryRating" (
    "partId" UUID NOT NULL,
    "stars" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "ratedAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "InquiryRating_pkey" PRIMARY KEY ("partId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SignUp_tokenHash_key" ON "SignUp"("tokenHash");

-- CreateIndex
CREATE INDEX "SignUp_email_idx" ON "SignUp"("email");

-- CreateIndex
CREATE INDEX "SignUp_expiresAt_idx" ON "SignUp"("expiresAt");

-- CreateIndex
CREATE INDEX "InquiryAttachment_partId_idx" ON "InquiryAttachment"("partId");

-- CreateIndex
CREATE UNIQUE INDEX "InquiryAttachment_messageId_sha256_key" ON "InquiryAttachment"("messageId", "sha256");

-- CreateIndex
CREATE INDEX "Inquiry_ownerId_submittedAt_idx" ON "Inquiry"("ownerId", "submittedAt");

-- AddForeignKey
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "Inquiry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryAttachment" ADD CONSTRAINT "InquiryAttachment_partId_fkey" FOREIGN KEY ("partId") REFERENCES "InquiryPart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryAttachment" ADD CONSTRAINT "InquiryAttachment_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "InquiryMessage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryRating" ADD CONSTRAINT "InquiryRating_partId_fkey" FOREIGN KEY ("partId") REFERENCES "InquiryPart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
