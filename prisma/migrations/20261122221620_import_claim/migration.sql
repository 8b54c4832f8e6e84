-- AlterTable
ALTER TABLE "ImportBatch" ADD COLUMN     "readAt" TIMESTAMP(3),
ADD COLUMN     "readerId" UUID;
