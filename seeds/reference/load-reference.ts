import { inTransaction, type Db } from '#app/platform/db/client.server'
import { hashContent, lockSeeds, readSeedHash, recordSeed, seedTimeMs } from '#seeds/seed-run'
import { answerTemplateFile, writeAnswerTemplates } from './answer-templates'
import { readReference, referenceFiles } from './reference-data'
import { ruleSetFile, writeRuleSets } from './rule-sets'
import { writeCalendar, writeIncentives, writeSectors } from './write-lists'
import { writeOrganizations } from './write-organizations'
import { writeRegions, writeTowns } from './write-towns'

const KEY = 'reference'

/** Raise it when the loader writes the same files differently. */
const LOADER_VERSION = 1

/**
 * Writes the reference facts. Safe on a production database and on every start: what is up to date costs one query;
 * facts are updated in place; organisations, service assignments, rule sets and answer templates are only added where missing, because admins own
 * them afterwards; calendar overrides are never touched. Returns whether anything was written.
 */
export async function loadReference(db: Db, now: Date): Promise<boolean> {
  const hash = hashContent([LOADER_VERSION, referenceFiles, ruleSetFile, answerTemplateFile])
  if ((await readSeedHash(db, KEY)) === hash) return false
  const reference = readReference()
  return inTransaction(
    db,
    async (tx) => {
      await lockSeeds(tx)
      if ((await readSeedHash(tx, KEY)) === hash) return false
      await writeRegions(tx, reference)
      await writeTowns(tx, reference)
      await writeSectors(tx, reference)
      await writeIncentives(tx, reference)
      await writeCalendar(tx, reference)
      await writeRuleSets(tx, now)
      await writeOrganizations(tx, reference)
      await writeAnswerTemplates(tx)
      await recordSeed(tx, KEY, hash, now)
      return true
    },
    seedTimeMs,
  )
}
