import { notBanned } from '#app/domain/accounts/visible-to.server'
import type { NoticeData } from '#app/domain/notices/model'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { tell } from '#app/domain/notices/tell.server'
import type { Dossier } from '#app/domain/sites/model'
import { makeVoice } from '#app/domain/sites/passport/said'
import type { Tx } from '#app/platform/db/client.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { defaultLanguage, isLanguage, pathIn, type Language } from '#app/platform/i18n/language'
import { sayFieldName, sayFieldValue } from '../field-words.server'

/** A question that was closed in this transaction; `note` is the akimat's reason, null when the value is there. */
type Closed = { id: string; field: string; number: string; dossier: Dossier; note: string | null }

/** Writes one letter to each asker with an address who may be written to; gives the number of letters. */
export async function tellAskers(tx: Tx, closed: Closed, now: Date): Promise<number> {
  const mayBeTold = {
    ...{ confirmedAt: { not: null }, unsubscribedAt: null },
    OR: [{ userId: null }, { user: notBanned(now) }],
  }
  const askers = await tx.valueAsker.findMany({
    where: { questionId: closed.id, toldAt: null, subscriber: mayBeTold },
    select: {
      id: true,
      subscriber: { select: { email: true, locale: true, user: { select: { id: true, name: true, locale: true } } } },
    },
  })
  for (const { id, subscriber } of askers) {
    if (subscriber === null) continue
    const { email, user } = subscriber
    const wanted = user?.locale ?? subscriber.locale
    const locale = isLanguage(wanted) ? wanted : defaultLanguage
    const order = { locale, to: email, dedupeKey: `value_told:${id}` }
    const about = describe(closed, locale, user?.name ?? null)
    if (closed.note === null) await queueNotice(tx, { ...order, template: 'value_answered', data: about })
    else await queueNotice(tx, { ...order, template: 'value_declined', data: { ...about, note: closed.note } })
    if (user !== null) await ring(tx, closed, user.id, now)
  }
  await tx.valueAsker.updateMany({ where: { id: { in: askers.map(({ id }) => id) } }, data: { toldAt: now } })
  return askers.length
}

/** The same under the bell of an asker with an account; the letter has told it at length. */
async function ring(tx: Tx, { id, field, number, dossier, note }: Closed, userId: string, now: Date): Promise<void> {
  const say = (language: Language) => sayFieldName(field, makeVoice(language, translator(language)))
  await tell(tx, {
    event: note === null ? 'question_answered' : 'question_declined',
    circle: { named: [userId] },
    about: `site:${number}`,
    path: `/sites/${number}`,
    dedupeKey: `question_closed:${id}`,
    facts: { number, site: dossier.identity.name, field: { kk: say('kk'), ru: say('ru'), en: say('en') } },
    now,
  })
}

function describe(
  { field, number, dossier }: Closed,
  language: Language,
  name: string | null,
): NoticeData['value_answered'] {
  const voice = makeVoice(language, translator(language))
  return {
    ...{ name, number, site: dossier.identity.name },
    field: sayFieldName(field, voice),
    value: sayFieldValue(field, dossier, voice),
    link: pathIn(language, `/sites/${number}`),
  }
}
