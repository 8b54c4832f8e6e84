import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { findBody } from '../queries.server'

/** Who of a body takes which sector, as a whole; people who are not its officers are left out. 404 for an unknown body. */
export async function keepDesks(
  actor: Actor,
  slug: string,
  desks: readonly { sectorKey: string; userId: string }[],
): Promise<void> {
  if (!mayAny(actor, 'responsibility.edit')) throw notFound()
  await inTransaction(database(), async (tx) => {
    const body = await findBody(actor, slug, tx)
    if (body === null) throw notFound()
    await tx.$queryRaw`SELECT "id" FROM "organization" WHERE "id" = ${body.id}::uuid FOR UPDATE`
    const officers = await tx.member.findMany({
      where: { organizationId: body.id, role: 'spk_officer' },
      select: { userId: true },
    })
    const known = new Set(officers.map(({ userId }) => userId))
    await tx.sectorOfficer.deleteMany({ where: { organizationId: body.id } })
    await tx.sectorOfficer.createMany({
      data: desks.filter(({ userId }) => known.has(userId)).map((desk) => ({ ...desk, organizationId: body.id })),
      skipDuplicates: true,
    })
  })
}
