import type { Db } from '#app/platform/db/client.server'
import { resealSecrets, type Resealed } from '#app/platform/secrets/sealed-secret.server'

/** Brings the secrets of second factors under the SESSION_SECRET of now. */
export async function resealFactors(db: Db): Promise<Resealed> {
  const factors = await db.secondFactor.findMany({ select: { secret: true } })
  return resealSecrets(
    factors.map(({ secret }) => secret),
    (old, anew) => db.secondFactor.updateMany({ where: { secret: old }, data: { secret: anew } }),
  )
}
