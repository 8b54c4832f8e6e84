import { slugOf } from '#seeds/reference/write-organizations'
import type { DemoPart } from './demo-part'

/** Sectors that the officers of Saryarka take at their desk. */
const sectors = ['manufacturing', 'agriculture']

/** A sector desk to look at: the officers of one SPK take two sectors. */
export const desksPart: DemoPart<null> = {
  key: 'demo-desks',

  prepare: () => Promise.resolve(null),

  async write(tx) {
    const officers = await tx.member.findMany({
      where: { role: 'spk_officer', organization: { slug: slugOf.spk('saryarka') }, user: { isDemo: true } },
    })
    await tx.sectorOfficer.createMany({
      data: officers.flatMap(({ organizationId, userId }) =>
        sectors.map((sectorKey) => ({ organizationId, userId, sectorKey })),
      ),
      skipDuplicates: true,
    })
  },
}
