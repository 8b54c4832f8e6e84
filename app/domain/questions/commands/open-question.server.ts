import { notBanned } from '#app/domain/accounts/visible-to.server'
import { tell } from '#app/domain/notices/tell.server'
import type { PublicSite } from '#app/domain/sites/public-site'
import { makeVoice } from '#app/domain/sites/passport/said'
import type { Tx } from '#app/platform/db/client.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { sayFieldName } from '../field-words.server'

/**
 * Opens the question for a value of a site and tells those who keep it, in the transaction of the first click; who asks
 * after that only raises the count.
 */
export async function openQuestion(tx: Tx, site: PublicSite, field: string, now: Date): Promise<{ id: string }> {
  const question = await tx.valueQuestion.create({
    data: { siteId: site.id, field, openedAt: now },
    select: { id: true },
  })
  const say = (language: Language) => sayFieldName(field, makeVoice(language, translator(language)))
  await tell(tx, {
    event: 'question_asked',
    circle: { akimat: await keepersOf(tx, site.id, now) },
    about: `site:${site.number}`,
    path: '/akimat/questions',
    dedupeKey: `question_asked:${question.id}`,
    facts: {
      number: site.number,
      site: site.dossier.identity.name,
      field: { kk: say('kk'), ru: say('ru'), en: say('en') },
    },
    now,
  })
  return question
}

/** The people of the town's akimat, or of the region's where the town has nobody. */
async function keepersOf(tx: Tx, siteId: string, now: Date): Promise<string[]> {
  const { town } = await tx.site.findUniqueOrThrow({
    where: { id: siteId },
    select: { town: { select: { key: true, regionKey: true } } },
  })
  const inTown = await editorsOf(tx, { townKey: town.key }, now)
  return inTown.length > 0 ? inTown : editorsOf(tx, { townKey: null, regionKey: town.regionKey }, now)
}

async function editorsOf(tx: Tx, akimat: Prisma.OrganizationWhereInput, now: Date): Promise<string[]> {
  const members = await tx.member.findMany({
    where: {
      role: { in: ['akimat_editor', 'akimat_head'] },
      organization: { kind: 'akimat', ...akimat },
      user: notBanned(now),
    },
    select: { userId: true },
    orderBy: { userId: 'asc' },
  })
  return members.map(({ userId }) => userId)
}
