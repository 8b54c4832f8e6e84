-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('queued', 'reading', 'ready', 'confirmed', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ImportRowAction" AS ENUM ('create', 'update', 'unchanged', 'refused', 'skip');

-- CreateEnum
CREATE TYPE "SiteFileKind" AS ENUM ('photo', 'paper');

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "bundleId" UUID,
ADD COLUMN     "confirmBy" TIMESTAMP(3),
ADD COLUMN     "confirmations" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "parentId" UUID,
ADD COLUMN     "statusNote" TEXT;

-- AlterTable
ALTER TABLE "SiteFile" ADD COLUMN     "fileName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "hasAvif" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" "SiteFileKind" NOT NULL DEFAULT 'photo',
ALTER COLUMN "width" SET DEFAULT 0,
ALTER COLUMN "height" SET DEFAULT 0,
ALTER COLUMN "widths" SET DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "SiteVersion" ADD COLUMN     "importId" UUID,
ADD COLUMN     "publishedAt" TIMESTAMP(3),
ALTER COLUMN "dossierFormat" SET DEFAULT 2;

-- CreateTable
CREATE TABLE "RuleSet" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "validFrom" DATE,
    "validUntil" DATE,
    "body" JSONB NOT NULL,
    "citation" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMP(3),
    "createdById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RuleSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "layout" TEXT,
    "language" TEXT NOT NULL DEFAULT 'kk',
    "state" "ImportState" NOT NULL DEFAULT 'queued',
    "faultCode" TEXT,
    "faultParams" JSONB NOT NULL DEFAULT '{}',
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "rowsTotal" INTEGER NOT NULL DEFAULT 0,
    "rowsDone" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "action" "ImportRowAction" NOT NULL,
    "siteId" UUID,
    "siteNumber" TEXT,
    "townKey" TEXT,
    "kind" "SiteKind",
    "nameKk" TEXT NOT NULL DEFAULT '',
    "nameRu" TEXT NOT NULL DEFAULT '',
    "nameEn" TEXT NOT NULL DEFAULT '',
    "dossier" JSONB,
    "baseVersionId" UUID,
    "baseRevision" INTEGER,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "duplicates" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SiteBundle" (
    "id" UUID NOT NULL,
    "townKey" TEXT NOT NULL,
    "nameKk" TEXT NOT NULL DEFAULT '',
    "nameRu" TEXT NOT NULL DEFAULT '',
    "nameEn" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,

    CONSTRAINT "SiteBundle_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RuleSet_key_version_key" ON "RuleSet"("key", "version");

-- CreateIndex
CREATE INDEX "ImportBatch_createdById_createdAt_idx" ON "ImportBatch"("createdById", "createdAt");

-- CreateIndex
CREATE INDEX "ImportBatch_state_idx" ON "ImportBatch"("state");

-- CreateIndex
CREATE INDEX "ImportRow_batchId_action_idx" ON "ImportRow"("batchId", "action");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRow_batchId_rowNumber_key" ON "ImportRow"("batchId", "rowNumber");

-- CreateIndex
CREATE INDEX "SiteBundle_townKey_idx" ON "SiteBundle"("townKey");

-- CreateIndex
CREATE INDEX "Site_confirmBy_idx" ON "Site"("confirmBy");

-- CreateIndex
CREATE INDEX "Site_parentId_idx" ON "Site"("parentId");

-- CreateIndex
CREATE INDEX "Site_bundleId_idx" ON "Site"("bundleId");

-- CreateIndex
CREATE INDEX "SiteVersion_importId_idx" ON "SiteVersion"("importId");

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "SiteBundle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteBundle" ADD CONSTRAINT "SiteBundle_townKey_fkey" FOREIGN KEY ("townKey") REFERENCES "Town"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteVersion" ADD CONSTRAINT "SiteVersion_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ImportBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What stands already: one confirmation for all groups, and 90 days until the next.
UPDATE "Site" SET "confirmBy" = "confirmedAt" + interval '90 days' WHERE "confirmedAt" IS NOT NULL;
UPDATE "SiteVersion" SET "publishedAt" = "reviewedAt" WHERE "state" IN ('published', 'superseded') AND "reviewedAt" IS NOT NULL;
UPDATE "ReviewRemark" SET "field" = 'buildings' WHERE "field" = 'premises';
UPDATE "ReviewRemark" SET "field" = 'media' WHERE "field" = 'photos';
