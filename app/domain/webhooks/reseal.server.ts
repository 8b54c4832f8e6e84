import type { Db } from '#app/platform/db/client.server'
import { resealSecrets, type Resealed } from '#app/platform/secrets/sealed-secret.server'

/** Brings the secrets that addresses sign with under the SESSION_SECRET of now. */
export async function resealEndpoints(db: Db, now = new Date()): Promise<Resealed> {
  const used = { deletedAt: null }
  const newest = await db.webhookEndpoint.findMany({ where: used, select: { secret: true } })
  const earlier = await db.webhookEndpoint.findMany({
    where: { ...used, earlierUntil: { gt: now } },
    select: { earlierSecret: true },
  })
  const secrets = [
    ...newest.map(({ secret }) => secret),
    ...earlier.flatMap(({ earlierSecret }) => earlierSecret ?? []),
  ]
  return resealSecrets(secrets, async (old, anew) => {
    await db.webhookEndpoint.updateMany({ where: { secret: old }, data: { secret: anew } })
    await db.webhookEndpoint.updateMany({ where: { earlierSecret: old }, data: { earlierSecret: anew } })
  })
}
