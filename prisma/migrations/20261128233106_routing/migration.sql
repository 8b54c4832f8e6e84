-- AlterTable
ALTER TABLE "ServiceAssignment" ADD COLUMN     "reorganizationId" UUID;

-- CreateTable
CREATE TABLE "SiteAssignment" (
    "id" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "validFrom" DATE,
    "validUntil" DATE,
    "source" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SiteAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectorOfficer" (
    "organizationId" UUID NOT NULL,
    "sectorKey" TEXT NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "SectorOfficer_pkey" PRIMARY KEY ("organizationId","sectorKey","userId")
);

-- CreateTable
CREATE TABLE "Reorganization" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "successorId" UUID,
    "nameKk" TEXT,
    "nameRu" TEXT,
    "nameEn" TEXT,
    "day" DATE NOT NULL,
    "movesPeople" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "appliedAt" TIMESTAMP(3),
    "canceledAt" TIMESTAMP(3),

    CONSTRAINT "Reorganization_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SiteAssignment_siteId_idx" ON "SiteAssignment"("siteId");

-- CreateIndex
CREATE INDEX "Reorganization_day_idx" ON "Reorganization"("day");

-- AddForeignKey
ALTER TABLE "ServiceAssignment" ADD CONSTRAINT "ServiceAssignment_reorganizationId_fkey" FOREIGN KEY ("reorganizationId") REFERENCES "Reorganization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteAssignment" ADD CONSTRAINT "SiteAssignment_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteAssignment" ADD CONSTRAINT "SiteAssignment_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectorOfficer" ADD CONSTRAINT "SectorOfficer_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectorOfficer" ADD CONSTRAINT "SectorOfficer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reorganization" ADD CONSTRAINT "Reorganization_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reorganization" ADD CONSTRAINT "Reorganization_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;
