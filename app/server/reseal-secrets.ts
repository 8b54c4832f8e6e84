import { resealFactors } from '#app/domain/accounts/reseal.server'
import { resealEndpoints } from '#app/domain/webhooks/reseal.server'
import { database } from '#app/platform/db/database.server'
import { log } from '#app/platform/log/log.server'
import type { Resealed } from '#app/platform/secrets/sealed-secret.server'
import type { Db } from '#app/platform/db/client.server'

/** Who keeps sealed secrets in the database. */
const keepers: Record<string, (db: Db) => Promise<Resealed>> = {
  webhooks: resealEndpoints,
  'second factors': resealFactors,
}

/** Brings everything sealed under the SESSION_SECRET of now, so that earlier ones can go, and says in the log what nothing opens. */
export async function resealAll(): Promise<void> {
  for (const [keeper, reseal] of Object.entries(keepers)) {
    const { resealed, unreadable } = await reseal(database())
    if (resealed > 0) log.info({ keeper, resealed }, 'secrets were sealed anew with SESSION_SECRET')
    if (unreadable > 0)
      log.warn({ keeper, unreadable }, 'secrets open with neither SESSION_SECRET nor SESSION_SECRET_PREVIOUS')
  }
}
