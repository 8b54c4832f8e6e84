-- AlterTable
ALTER TABLE "SiteVersion" ADD COLUMN     "arrangement" INTEGER NOT NULL DEFAULT 0;
