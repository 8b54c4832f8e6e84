-- CreateEnum
CREATE TYPE "WatchRhythm" AS ENUM ('none', 'at_once', 'daily');

-- CreateEnum
CREATE TYPE "WatchedSiteState" AS ENUM ('pending', 'told', 'seen');

-- CreateEnum
CREATE TYPE "ValueQuestionState" AS ENUM ('open', 'answered', 'declined');

-- CreateTable
CREATE TABLE "Subscriber" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "userId" UUID,
    "locale" TEXT NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "unsubscribedAt" TIMESTAMP(3),
    "clientAddress" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Favourite" (
    "subscriberId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Favourite_pkey" PRIMARY KEY ("subscriberId","siteId")
);

-- CreateTable
CREATE TABLE "Watch" (
    "id" UUID NOT NULL,
    "subscriberId" UUID NOT NULL,
    "briefId" UUID,
    "query" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "rhythm" "WatchRhythm" NOT NULL DEFAULT 'daily',
    "digestOn" DATE,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WatchedSite" (
    "watchId" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "state" "WatchedSiteState" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WatchedSite_pkey" PRIMARY KEY ("watchId","siteId")
);

-- CreateTable
CREATE TABLE "ChangeCursor" (
    "name" TEXT NOT NULL,
    "readUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ChangeCursor_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "SearchAsk" (
    "day" DATE NOT NULL,
    "query" TEXT NOT NULL,
    "visitors" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SearchAsk_pkey" PRIMARY KEY ("day","query")
);

-- CreateTable
CREATE TABLE "Brief" (
    "id" UUID NOT NULL,
    "ownerId" UUID,
    "secretHash" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "format" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "clientAddress" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Brief_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BriefAnswer" (
    "id" UUID NOT NULL,
    "briefId" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "algorithm" TEXT NOT NULL,
    "judgedAt" TIMESTAMP(3) NOT NULL,
    "sites" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BriefAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ValueQuestion" (
    "id" UUID NOT NULL,
    "siteId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "state" "ValueQuestionState" NOT NULL DEFAULT 'open',
    "count" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMP(3),
    "note" TEXT NOT NULL DEFAULT '',
    "closedById" UUID,

    CONSTRAINT "ValueQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ValueAsker" (
    "id" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "subscriberId" UUID,
    "clientAddress" TEXT,
    "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "toldAt" TIMESTAMP(3),

    CONSTRAINT "ValueAsker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Subscriber_email_key" ON "Subscriber"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Subscriber_userId_key" ON "Subscriber"("userId");

-- CreateIndex
CREATE INDEX "Favourite_siteId_idx" ON "Favourite"("siteId");

-- CreateIndex
CREATE INDEX "Watch_briefId_idx" ON "Watch"("briefId");

-- CreateIndex
CREATE UNIQUE INDEX "Watch_subscriberId_briefId_key" ON "Watch"("subscriberId", "briefId");

-- CreateIndex
CREATE UNIQUE INDEX "Watch_subscriberId_query_key" ON "Watch"("subscriberId", "query");

-- CreateIndex
CREATE INDEX "WatchedSite_siteId_idx" ON "WatchedSite"("siteId");

-- CreateIndex
CREATE INDEX "WatchedSite_state_idx" ON "WatchedSite"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Brief_secretHash_key" ON "Brief"("secretHash");

-- CreateIndex
CREATE INDEX "Brief_ownerId_updatedAt_idx" ON "Brief"("ownerId", "updatedAt");

-- CreateIndex
CREATE INDEX "Brief_deletedAt_idx" ON "Brief"("deletedAt");

-- CreateIndex
CREATE INDEX "BriefAnswer_briefId_createdAt_idx" ON "BriefAnswer"("briefId", "createdAt");

-- CreateIndex
CREATE INDEX "ValueQuestion_siteId_state_idx" ON "ValueQuestion"("siteId", "state");

-- CreateIndex
CREATE INDEX "ValueQuestion_state_idx" ON "ValueQuestion"("state");

-- CreateIndex
CREATE UNIQUE INDEX "ValueAsker_questionId_subscriberId_key" ON "ValueAsker"("questionId", "subscriberId");

-- CreateIndex
CREATE UNIQUE INDEX "ValueAsker_questionId_clientAddress_key" ON "ValueAsker"("questionId", "clientAddress");

-- AddForeignKey
ALTER TABLE "Subscriber" ADD CONSTRAINT "Subscriber_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_briefId_fkey" FOREIGN KEY ("briefId") REFERENCES "Brief"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchedSite" ADD CONSTRAINT "WatchedSite_watchId_fkey" FOREIGN KEY ("watchId") REFERENCES "Watch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchedSite" ADD CONSTRAINT "WatchedSite_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Brief" ADD CONSTRAINT "Brief_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefAnswer" ADD CONSTRAINT "BriefAnswer_briefId_fkey" FOREIGN KEY ("briefId") REFERENCES "Brief"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ValueQuestion" ADD CONSTRAINT "ValueQuestion_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ValueAsker" ADD CONSTRAINT "ValueAsker_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "ValueQuestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ValueAsker" ADD CONSTRAINT "ValueAsker_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE SET NULL ON UPDATE CASCADE;
