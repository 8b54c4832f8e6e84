-- CreateTable
CREATE TABLE "CalendarChange" (
    "id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "createdById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "appliedAt" TIMESTAMP(3),
    "moved" INTEGER,

    CONSTRAINT "CalendarChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PromiseVersion" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "firstAnswerDays" INTEGER NOT NULL,
    "nextStepDays" INTEGER NOT NULL,
    "warnPercent" INTEGER NOT NULL,
    "officeStart" INTEGER NOT NULL,
    "officeEnd" INTEGER NOT NULL,
    "citation" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "canceledAt" TIMESTAMP(3),

    CONSTRAINT "PromiseVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarChange_form_key" ON "CalendarChange"("form");

-- CreateIndex
CREATE INDEX "CalendarChange_createdAt_idx" ON "CalendarChange"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "PromiseVersion_version_key" ON "PromiseVersion"("version");
