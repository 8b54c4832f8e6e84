import type { FactorOffer, Person, SecondFactorState } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { drawQr } from '#app/platform/qr/draw-qr.server'
import { offerTotp, openOffer } from '#app/platform/secrets/totp.server'

/** Whether the person signs in with a code; demo people cannot, since all of them share a password. */
export async function readSecondFactor(person: Person): Promise<SecondFactorState> {
  const { isDemo, secondFactor } = await database().user.findUniqueOrThrow({
    where: { id: person.userId },
    select: { isDemo: true, secondFactor: true },
  })
  if (isDemo) return { kind: 'demo' }
  if (secondFactor === null) return { kind: 'off' }
  const { createdAt, recovery } = secondFactor
  return { kind: 'on', since: createdAt.toISOString(), recoveryLeft: recovery.length }
}

/**
 * A secret for the person's app, which counts once a code of it has come back: the one of `earlier`, an offer that the
 * person's app may hold already, else a new one.
 */
export function offerSecondFactor({ userId, email }: Person, earlier = ''): FactorOffer {
  const { secret, uri, sealed } = offerTotp({ userId, email }, openOffer(userId, earlier) ?? undefined)
  return { secret, uri, sealed, qr: drawQr(uri) }
}
