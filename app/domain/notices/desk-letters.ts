import type { NoticeData } from '#app/domain/notices/model'
import { oneLine } from '#app/domain/notices/rules'
import type { Writer } from './letter'

export const caseTerm: Writer<NoticeData['case_term']> = (data, { t, format, say }) => ({
  subject: t(`notices.case_term.subject.${data.step}`, { number: data.number, title: oneLine(data.title, 80) }),
  name: data.name,
  intro: t(`notices.case_term.intro.${data.step}`, { number: data.number }),
  facts: [
    [t('notices.fact.title'), oneLine(data.title)],
    [t('notices.fact.body'), say(data.body)],
    [t(`notices.case_term.clock.${data.clock}`), format.longDate(data.dueOn)],
  ],
  link: data.link,
  action: t(`notices.case_term.action.${data.step === 'akimat' ? 'list' : 'case'}`),
})

/** Cases that a letter names; the others are counted. */
const mostNamed = 20

export const casesAssigned: Writer<NoticeData['cases_assigned']> = ({ name, by, cases, link }, { t, format }) => {
  const rest = cases.length - mostNamed
  return {
    subject: t('notices.cases_assigned.subject', { count: cases.length }),
    name,
    intro: t('notices.cases_assigned.intro', { count: cases.length, by }),
    facts: cases.slice(0, mostNamed).map(({ number, title }) => [number, oneLine(title, 100)]),
    link,
    action: t('notices.cases_assigned.action'),
    note: rest > 0 ? t('notices.cases_assigned.more', { value: format.number(rest) }) : undefined,
  }
}

export const akimatAsked: Writer<NoticeData['akimat_asked']> = (data, { t, format, say }) => ({
  subject: t('notices.akimat_asked.subject', { number: data.number, site: oneLine(say(data.site), 80) }),
  name: data.name,
  intro: t('notices.akimat_asked.intro', { number: data.number, body: say(data.by) }),
  facts: [
    [t('notices.fact.sites', { count: 1 }), say(data.site)],
    [t('notices.akimat_asked.due'), format.longDate(data.dueOn)],
  ],
  quote: data.text,
  link: data.link,
  action: t('notices.akimat_asked.action'),
})

export const akimatAnswered: Writer<NoticeData['akimat_answered']> = (data, { t, say }) => ({
  subject: t('notices.akimat_answered.subject', { number: data.number }),
  name: data.name,
  intro: t('notices.akimat_answered.intro', { number: data.number, body: say(data.by) }),
  facts: [[t('notices.fact.sites', { count: 1 }), say(data.site)]],
  quote: data.text,
  link: data.link,
  action: t('notices.akimat_answered.action'),
})
