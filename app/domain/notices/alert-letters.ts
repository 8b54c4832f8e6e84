import type { Letter, Words, Writer } from '#app/domain/notices/letter'
import type { NoticeData, ValueNotice } from '#app/domain/notices/model'
import { oneLine } from '#app/domain/notices/rules'

type Fact = [label: string, value: string, path: string]
type Stop = [words: string, path: string]

/** Confirms an address; a question that was asked for it is named, so that a stranger's order is seen as one. */
export const subscriptionConfirm: Writer<NoticeData['subscription_confirm']> = (
  { title, link, expiresAt },
  { t, format },
) => ({
  subject: t('notices.subscription_confirm.subject'),
  name: null,
  intro: t('notices.subscription_confirm.intro'),
  facts: title === null ? [] : [[t('notices.subscription_confirm.asked'), oneLine(title)]],
  link,
  action: t('notices.subscription_confirm.action'),
  note: t('notices.subscription_confirm.note', { until: format.dateTime(expiresAt) }),
})

/** New sites by saved search; each search can be ended, and all such letters. */
export const siteAlert: Writer<NoticeData['site_alert']> = (data, { t, format, say }) => {
  const { name, rhythm, watches, link, stopAll } = data
  const stops = watches.map(({ title, stop }): Stop => [
    t('notices.site_alert.stop', { title: oneLine(title, 120) }),
    stop,
  ])
  const all: Stop = [t('notices.site_alert.stop_all'), stopAll]
  const count = watches.reduce((sum, { sites, more }) => sum + sites.length + more, 0)
  return {
    subject: t('notices.site_alert.subject', { count, value: format.number(count) }),
    name,
    intro: t(`notices.site_alert.intro.${rhythm}`),
    facts: watches.flatMap(({ title, sites, more, link: search }) => {
      const facts = sites.map(({ number, site, town, link: passport }): Fact => {
        return [oneLine(title, 120), `${number} ${oneLine(say(site), 100)}, ${say(town)}`, passport]
      })
      if (more === 0) return facts
      return [...facts, [oneLine(title, 120), t('notices.site_alert.more', { value: format.number(more) }), search]]
    }),
    link,
    action: t('notices.site_alert.action'),
    // The last one is the button of the mail program: this search when the letter is about one, else all.
    stops: watches.length === 1 ? [all, ...stops] : [...stops, all],
  }
}

/** What the akimat said to a question of many, or why it cannot. */
export const valueLetter = (
  template: 'value_answered' | 'value_declined',
  data: ValueNotice & { value?: string },
  { t, say }: Words,
): Letter => {
  const { name, number, site, field, value = '', link } = data
  return {
    subject: t(`notices.${template}.subject`, { number, field: oneLine(field, 100) }),
    name,
    intro: t(`notices.${template}.intro`, { number, site: say(site) }),
    facts: value === '' ? [] : [[oneLine(field), oneLine(value, 500)]],
    link,
    action: t(`notices.${template}.action`),
  }
}
