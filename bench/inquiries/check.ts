import type { Db } from '#app/platform/db/client.server'

/** A property of what is stored, and how many rows break it. */
export type Check = { what: string; broken: number }

/** What the database must hold after the run, looked up without the code that wrote it. */
export async function checkStored(
  db: Db,
  acknowledged: readonly string[],
  confirmed: readonly string[],
): Promise<Check[]> {
  const count = async (what: string, rows: Promise<{ count: bigint }[]>): Promise<Check> => ({
    what,
    broken: Number((await rows)[0]?.count ?? -1),
  })
  return [
    {
      what: 'two senders were told the same reference',
      broken: acknowledged.length - new Set(acknowledged).size,
    },
    await count(
      'acknowledged, not stored once',
      db.$queryRaw`
        SELECT count(*) FROM unnest(${[...acknowledged]}::text[]) AS told (key)
        WHERE (SELECT count(*) FROM "Inquiry" WHERE "submissionKey" = told.key) <> 1`,
    ),
    await count(
      'acknowledged without one confirmation letter',
      db.$queryRaw`
        SELECT count(*) FROM "Inquiry" i WHERE i."submissionKey" = ANY(${[...acknowledged]}::text[])
        AND (SELECT count(*) FROM "OutboxMessage" o
             WHERE o.about = 'inquiry:' || i.id AND o.template = 'inquiry_confirm') <> 1`,
    ),
    await count(
      'confirmed, without that number',
      db.$queryRaw`
        SELECT count(*) FROM unnest(${[...confirmed]}::text[]) AS told (number)
        WHERE (SELECT count(*) FROM "Inquiry" i WHERE i.number = told.number AND i."confirmedAt" IS NOT NULL) <> 1`,
    ),
    { what: 'two people were told the same number', broken: confirmed.length - new Set(confirmed).size },
    await count(
      'registered, and not one part with its site at one body',
      db.$queryRaw`
        SELECT count(*) FROM "Inquiry" i WHERE i.number = ANY(${[...confirmed]}::text[]) AND NOT (
          (SELECT count(*) FROM "InquiryPart" p WHERE p."inquiryId" = i.id) = 1
          AND (SELECT count(*) FROM "InquirySite" s JOIN "InquiryPart" p ON p.id = s."partId"
               WHERE s."inquiryId" = i.id AND p."inquiryId" = i.id) = 1)`,
    ),
    await count(
      'parts without submitted, confirmed, registered and routed once, to the body that has them',
      db.$queryRaw`
        SELECT count(*) FROM "InquiryPart" p JOIN "Inquiry" i ON i.id = p."inquiryId"
        WHERE i.number = ANY(${[...confirmed]}::text[]) AND (
          SELECT string_agg(e.type, ' ' ORDER BY e.sequence) FROM "InquiryEvent" e
          WHERE e."partId" = p.id AND (e.type <> 'routed' OR e.data->>'bodyId' = p."organizationId"::text)
        ) IS DISTINCT FROM 'submitted confirmed registered routed'`,
    ),
    await count(
      'registered without one letter that says so',
      db.$queryRaw`
        SELECT count(*) FROM "Inquiry" i WHERE i.number = ANY(${[...confirmed]}::text[])
        AND (SELECT count(*) FROM "OutboxMessage" o
             WHERE o.about = 'inquiry:' || i.id AND o.template = 'inquiry_registered') <> 1`,
    ),
    await count(
      'parts of which an official was told twice, or the officer who has it not at all',
      db.$queryRaw`
        SELECT count(*) FROM "InquiryPart" p JOIN "Inquiry" i ON i.id = p."inquiryId"
        WHERE i.number = ANY(${[...confirmed]}::text[]) AND (
          EXISTS (SELECT 1 FROM "Notice" n WHERE n.about = 'case:' || i.number || '/' || p.sequence AND n.event = 'case_new'
                  GROUP BY n."userId" HAVING count(*) > 1)
          OR (p."assigneeId" IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM "Notice" n WHERE n.about = 'case:' || i.number || '/' || p.sequence
                AND n."userId" = p."assigneeId")))`,
    ),
  ]
}
