import { inTransaction, type Db } from '#app/platform/db/client.server'
import { lockSeeds, readSeedHash, recordSeed, seedTimeMs } from '#seeds/seed-run'
import { briefsPart } from './briefs'
import { demandPart } from './demand'
import { alertsPart } from './alerts'
import type { DemoContext, DemoPart } from './demo-part'
import { desksPart } from './desks'
import { deskPart } from './desk'
import { inquiriesPart } from './inquiries'
import { ownInquiryPart } from './own-inquiry'
import { noticesPart } from './notices'
import { peoplePart } from './write-people'
import { sitesPart } from './write-sites'

/** The edition is for the reader of the table only: what was loaded once stays. */
const EDITION = '1'

/**
 * Loads the parts of the demo that this database has never had, in their order, since each refers to those before it.
 * Returns the keys of what was written. A part of a later room is one more line here.
 */
export async function loadDemo(db: Db, context: DemoContext): Promise<string[]> {
  const written = [
    await loadPart(db, peoplePart, context),
    await loadPart(db, sitesPart, context),
    await loadPart(db, inquiriesPart, context),
    await loadPart(db, desksPart, context),
    await loadPart(db, deskPart, context),
    await loadPart(db, demandPart, context),
    await loadPart(db, briefsPart, context),
    await loadPart(db, alertsPart, context),
    await loadPart(db, ownInquiryPart, context),
    await loadPart(db, noticesPart, context),
  ]
  return written.filter((key) => key !== null)
}

async function loadPart<Prepared>(db: Db, part: DemoPart<Prepared>, context: DemoContext): Promise<string | null> {
  if ((await readSeedHash(db, part.key)) !== null) return null
  const prepared = await part.prepare(context)
  return inTransaction(
    db,
    async (tx) => {
      await lockSeeds(tx)
      if ((await readSeedHash(tx, part.key)) !== null) return null
      await part.write(tx, prepared, context)
      await recordSeed(tx, part.key, EDITION, context.now)
      return part.key
    },
    seedTimeMs,
  )
}
