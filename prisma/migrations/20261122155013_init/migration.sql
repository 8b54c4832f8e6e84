-- CreateEnum
CREATE TYPE "OutboxStatus" AS ENUM ('queued', 'sent', 'failed', 'held');

-- CreateEnum
CREATE TYPE "SiteKind" AS ENUM ('building', 'complex', 'unfinished', 'land', 'premises');

-- CreateEnum
CREATE TYPE "SiteStatus" AS ENUM ('draft', 'published', 'reserved', 'occupied', 'withdrawn');

-- CreateEnum
CREATE TYPE "VersionState" AS ENUM ('draft', 'in_review', 'changes_requested', 'published', 'superseded');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "CalendarDayKind" AS ENUM ('holiday', 'day_off', 'transfer', 'working_weekend');

-- CreateEnum
CREATE TYPE "IncentiveAvailability" AS ENUM ('active', 'unverified', 'proposed', 'unavailable');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "role" TEXT,
    "banned" BOOLEAN DEFAULT false,
    "banReason" TEXT,
    "banExpires" TIMESTAMP(3),
    "locale" TEXT DEFAULT 'kk',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "languages" TEXT[] DEFAULT ARRAY['kk', 'ru']::TEXT[],

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" UUID NOT NULL,
    "activeOrganizationId" TEXT,
    "impersonatedBy" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "logo" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "metadata" TEXT,
    "kind" TEXT NOT NULL,
    "nameKk" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "townKey" TEXT,
    "regionKey" TEXT,
    "bin" TEXT,
    "website" TEXT,
    "source" TEXT,
    "confidence" "Confidence",

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'company_member',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organizationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "inviterId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'kk',

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rateLimit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "rateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceAssignment" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "regionKey" TEXT NOT NULL,
    "validFrom" DATE,
    "validUntil" DATE,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,

    CONSTRAINT "ServiceAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inquiry" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "submissionKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organizationName" TEXT,
    "bin" TEXT,
    "phone" TEXT,
    "country" TEXT,
    "locale" TEXT NOT NULL,
    "sectorKey" TEXT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "consentText" TEXT NOT NULL,
    "consentedAt" TIMESTAMP(3) NOT NULL,
    "submittedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "secretHash" TEXT NOT NULL,
    "confirmExpiresAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "clientAddress" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InquiryPart" (
    "id" UUID NOT NULL,
    "inquiryId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "organizationId" UUID NOT NULL,
    "assigneeId" UUID,
    "routingReason" TEXT NOT NULL,
    "routingFacts" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "dueOn" DATE,
    "registeredAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "InquiryPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InquirySite" (
    "inquiryId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "partId" UUID,

    CONSTRAINT "InquirySite_pkey" PRIMARY KEY ("inquiryId","siteId")
);

-- CreateTable
CREATE TABLE "InquiryEvent" (
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "InquiryEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InquiryMessage" (
    "id" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "authorId" UUID,
    "authorName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "submissionKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InquiryMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Counter" (
    "key" TEXT NOT NULL,
    "last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" "OutboxStatus" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMP(3),
    "messageId" TEXT,
    "claimedAt" TIMESTAMP(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Site" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "townKey" TEXT NOT NULL,
    "kind" "SiteKind" NOT NULL,
    "status" "SiteStatus" NOT NULL DEFAULT 'draft',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "confirmedAt" TIMESTAMP(3),
    "publishedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "endReason" TEXT,
    "publishedVersionId" UUID,
    "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,

    CONSTRAINT "Site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SiteVersion" (
    "id" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "state" "VersionState" NOT NULL DEFAULT 'draft',
    "dossier" JSONB NOT NULL,
    "dossierFormat" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "authorId" UUID,
    "editorIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "lastEditorId" UUID,
    "submittedById" UUID,
    "submittedAt" TIMESTAMP(3),
    "reviewerId" UUID,
    "reviewedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SiteVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewRemark" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewRemark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SiteFile" (
    "id" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "widths" INTEGER[],
    "uploadedBy" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SiteFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Region" (
    "key" TEXT NOT NULL,
    "kato" TEXT NOT NULL,
    "iso3166" TEXT NOT NULL,
    "nameKk" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Town" (
    "key" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "regionKey" TEXT NOT NULL,
    "nameKk" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "aliases" TEXT[],
    "kato" TEXT NOT NULL,
    "katoConfidence" "Confidence" NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "population" INTEGER,
    "facts" JSONB NOT NULL,
    "lastSiteNumber" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Town_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "MonotownStatus" (
    "id" UUID NOT NULL,
    "townKey" TEXT NOT NULL,
    "inList" BOOLEAN NOT NULL,
    "validFrom" DATE,
    "period" TEXT,
    "order" TEXT,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,
    "note" TEXT,

    CONSTRAINT "MonotownStatus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "holidayKey" TEXT,
    "movedFrom" DATE,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "CalendarOverride" (
    "date" DATE NOT NULL,
    "isWorking" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarOverride_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "Sector" (
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameKk" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "oked" TEXT[],
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,

    CONSTRAINT "Sector_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Incentive" (
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameKk" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "termsKk" TEXT NOT NULL,
    "termsRu" TEXT NOT NULL,
    "termsEn" TEXT NOT NULL,
    "providerKk" TEXT NOT NULL,
    "providerRu" TEXT NOT NULL,
    "providerEn" TEXT NOT NULL,
    "basisKk" TEXT NOT NULL,
    "basisRu" TEXT NOT NULL,
    "basisEn" TEXT NOT NULL,
    "noteKk" TEXT NOT NULL DEFAULT '',
    "noteRu" TEXT NOT NULL DEFAULT '',
    "noteEn" TEXT NOT NULL DEFAULT '',
    "sectors" TEXT[],
    "availability" "IncentiveAvailability" NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" "Confidence" NOT NULL,

    CONSTRAINT "Incentive_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SeedRun" (
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "ranAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SeedRun_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "organization_kind_idx" ON "organization"("kind");

-- CreateIndex
CREATE INDEX "member_userId_idx" ON "member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "member_organizationId_userId_key" ON "member"("organizationId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_tokenHash_key" ON "invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "invitation_organizationId_idx" ON "invitation"("organizationId");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "rateLimit_key_key" ON "rateLimit"("key");

-- CreateIndex
CREATE INDEX "ServiceAssignment_regionKey_idx" ON "ServiceAssignment"("regionKey");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceAssignment_organizationId_regionKey_validFrom_key" ON "ServiceAssignment"("organizationId", "regionKey", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Inquiry_number_key" ON "Inquiry"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Inquiry_submissionKey_key" ON "Inquiry"("submissionKey");

-- CreateIndex
CREATE UNIQUE INDEX "Inquiry_secretHash_key" ON "Inquiry"("secretHash");

-- CreateIndex
CREATE INDEX "Inquiry_email_submittedAt_idx" ON "Inquiry"("email", "submittedAt");

-- CreateIndex
CREATE INDEX "Inquiry_clientAddress_submittedAt_idx" ON "Inquiry"("clientAddress", "submittedAt");

-- CreateIndex
CREATE INDEX "InquiryPart_organizationId_state_dueOn_idx" ON "InquiryPart"("organizationId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "InquiryPart_assigneeId_idx" ON "InquiryPart"("assigneeId");

-- CreateIndex
CREATE UNIQUE INDEX "InquiryPart_inquiryId_sequence_key" ON "InquiryPart"("inquiryId", "sequence");

-- CreateIndex
CREATE INDEX "InquirySite_siteId_idx" ON "InquirySite"("siteId");

-- CreateIndex
CREATE UNIQUE INDEX "InquiryEvent_partId_sequence_key" ON "InquiryEvent"("partId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "InquiryMessage_submissionKey_key" ON "InquiryMessage"("submissionKey");

-- CreateIndex
CREATE INDEX "InquiryMessage_partId_createdAt_idx" ON "InquiryMessage"("partId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dedupeKey_key" ON "OutboxMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_status_createdAt_idx" ON "OutboxMessage"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Site_number_key" ON "Site"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Site_publishedVersionId_key" ON "Site"("publishedVersionId");

-- CreateIndex
CREATE INDEX "Site_townKey_status_idx" ON "Site"("townKey", "status");

-- CreateIndex
CREATE INDEX "Site_changedAt_idx" ON "Site"("changedAt");

-- CreateIndex
CREATE INDEX "SiteVersion_state_idx" ON "SiteVersion"("state");

-- CreateIndex
CREATE UNIQUE INDEX "SiteVersion_siteId_sequence_key" ON "SiteVersion"("siteId", "sequence");

-- CreateIndex
CREATE INDEX "ReviewRemark_versionId_idx" ON "ReviewRemark"("versionId");

-- CreateIndex
CREATE UNIQUE INDEX "SiteFile_siteId_sha256_key" ON "SiteFile"("siteId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Region_kato_key" ON "Region"("kato");

-- CreateIndex
CREATE UNIQUE INDEX "Region_iso3166_key" ON "Region"("iso3166");

-- CreateIndex
CREATE UNIQUE INDEX "Town_code_key" ON "Town"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Town_kato_key" ON "Town"("kato");

-- CreateIndex
CREATE UNIQUE INDEX "MonotownStatus_townKey_inList_key" ON "MonotownStatus"("townKey", "inList");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_townKey_fkey" FOREIGN KEY ("townKey") REFERENCES "Town"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_regionKey_fkey" FOREIGN KEY ("regionKey") REFERENCES "Region"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviterId_fkey" FOREIGN KEY ("inviterId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceAssignment" ADD CONSTRAINT "ServiceAssignment_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceAssignment" ADD CONSTRAINT "ServiceAssignment_regionKey_fkey" FOREIGN KEY ("regionKey") REFERENCES "Region"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryPart" ADD CONSTRAINT "InquiryPart_inquiryId_fkey" FOREIGN KEY ("inquiryId") REFERENCES "Inquiry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryPart" ADD CONSTRAINT "InquiryPart_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquirySite" ADD CONSTRAINT "InquirySite_inquiryId_fkey" FOREIGN KEY ("inquiryId") REFERENCES "Inquiry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquirySite" ADD CONSTRAINT "InquirySite_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquirySite" ADD CONSTRAINT "InquirySite_partId_fkey" FOREIGN KEY ("partId") REFERENCES "InquiryPart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryEvent" ADD CONSTRAINT "InquiryEvent_partId_fkey" FOREIGN KEY ("partId") REFERENCES "InquiryPart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InquiryMessage" ADD CONSTRAINT "InquiryMessage_partId_fkey" FOREIGN KEY ("partId") REFERENCES "InquiryPart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_townKey_fkey" FOREIGN KEY ("townKey") REFERENCES "Town"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_publishedVersionId_fkey" FOREIGN KEY ("publishedVersionId") REFERENCES "SiteVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteVersion" ADD CONSTRAINT "SiteVersion_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRemark" ADD CONSTRAINT "ReviewRemark_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "SiteVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteFile" ADD CONSTRAINT "SiteFile_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Town" ADD CONSTRAINT "Town_regionKey_fkey" FOREIGN KEY ("regionKey") REFERENCES "Region"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonotownStatus" ADD CONSTRAINT "MonotownStatus_townKey_fkey" FOREIGN KEY ("townKey") REFERENCES "Town"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
