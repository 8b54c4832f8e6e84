import type { NoticeData } from '#app/domain/notices/model'
import { oneLine } from '#app/domain/notices/rules'
import type { Writer } from './letter'

/** To those of a body: what somebody else did to their case. */
export const caseNews: Writer<NoticeData['case_news']> = (data, { t, format }) => {
  const { number, what, until, startsAt } = data
  const facts: [string, string][] = [[t('notices.fact.title'), oneLine(data.title)]]
  if (until !== undefined) facts.push([t('notices.fact.until'), format.longDate(until)])
  if (startsAt !== undefined) facts.push([t('notices.fact.visit'), format.dayAndTime(startsAt)])
  return {
    subject: t('notices.case_news.subject', { number, what: t(`notices.case_news.subject_of.${what}`) }),
    name: data.name,
    intro: t(`notices.case_news.intro_of.${what}`, { number, by: oneLine(data.by, 100) }),
    facts,
    quote: data.text,
    link: data.link,
    action: t('notices.officer_new_inquiry.action'),
  }
}
