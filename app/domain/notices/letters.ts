import { chooseText, type Localized } from '#app/domain/kernel/localized'
import type { Notice, NoticeData, SiteNotice } from '#app/domain/notices/model'
import { digestLetter, noticeLetter } from './bell-letters'
import type { StopGroup } from './events'
import {
  accountChangedLetter,
  accountLetter,
  inquiryLinkLetter,
  isAboutAccountLink,
  passwordChangedLetter,
} from './account-letters'
import { siteAlert, subscriptionConfirm, valueLetter } from './alert-letters'
import { caseNews } from './case-letters'
import { greet, writeText, type Letter, type Words, type Writer } from './letter'
import { writeHtml } from './letter-html'
import { akimatAnswered, akimatAsked, casesAssigned, caseTerm } from './desk-letters'
import { oneLine } from '#app/domain/notices/rules'
import { makeFormat } from '#app/platform/i18n/format'
import type { Language } from '#app/platform/i18n/language'
import type { TFunction } from 'i18next'

export type WrittenLetter = { subject: string; text: string; html: string }

/** Path that ends the letters of a group of events. */
export type Stop = { group: StopGroup; path: string }

/** The letter of a notice in `language`; `origin` (`https://alan.kz`) goes before its links. */
export function writeLetter(
  t: TFunction,
  language: Language,
  origin: string,
  notice: Notice,
  stop?: Stop,
): WrittenLetter {
  const say = (text: Localized) => oneLine(chooseText(text, language).text)
  const words: Words = {
    t,
    format: makeFormat(language, t),
    say,
    sayAll: (texts) => texts.map(say).join('; '),
  }
  const composed = compose(notice, words)
  // Whatever the facts hold: a sentence stays one line, so nothing can begin a header or a line of its own.
  const letter = { ...composed, intro: oneLine(composed.intro, 1000) }
  if (stop) letter.stops = [[t('notices.letter.stop', { group: t(`notices.group.${stop.group}`) }), stop.path]]
  return {
    subject: oneLine(letter.subject, 180),
    text: writeText(letter, origin, t),
    html: writeHtml(letter, { origin, language, t, greeting: greet(letter, t) }),
  }
}

function compose(notice: Notice, words: Words): Letter {
  if (isAboutAccountLink(notice)) return accountLetter(notice, words)
  switch (notice.template) {
    case 'invitation':
      return invitation(notice.data, words)
    case 'password_changed':
      return passwordChangedLetter(notice.data, words)
    case 'account_changed':
      return accountChangedLetter(notice.data, words)
    case 'inquiry_confirm':
      return inquiryConfirm(notice.data, words)
    case 'inquiry_registered':
      return inquiryRegistered(notice.data, words)
    case 'inquiry_link':
      return inquiryLinkLetter(notice.data, words)
    case 'inquiry_message':
      return inquiryMessage(notice.data, words)
    case 'inquiry_state':
      return inquiryState(notice.data, words)
    case 'officer_new_inquiry':
      return officerNewInquiry(notice.data, words)
    case 'webhook_disabled':
      return webhookDisabled(notice.data, words)
    case 'due_moved':
      return dueMoved(notice.data, words)
    case 'case_news':
      return caseNews(notice.data, words)
    case 'case_term':
      return caseTerm(notice.data, words)
    case 'cases_assigned':
      return casesAssigned(notice.data, words)
    case 'akimat_asked':
      return akimatAsked(notice.data, words)
    case 'akimat_answered':
      return akimatAnswered(notice.data, words)
    case 'site_submitted':
    case 'site_published':
      return siteLetter(notice.template, notice.data, words)
    case 'sites_submitted':
      return sitesSubmitted(notice.data, words)
    case 'site_returned':
      return { ...siteLetter(notice.template, notice.data, words), quote: notice.data.remark }
    case 'site_reminder':
      return siteReminder(notice.data, words)
    case 'subscription_confirm':
      return subscriptionConfirm(notice.data, words)
    case 'site_alert':
      return siteAlert(notice.data, words)
    case 'value_answered':
      return valueLetter(notice.template, notice.data, words)
    case 'value_declined':
      return { ...valueLetter(notice.template, notice.data, words), quote: notice.data.note }
    case 'notice':
      return noticeLetter(notice.data, words)
    case 'notice_digest':
      return digestLetter(notice.data, words)
  }
}

const invitation: Writer<NoticeData['invitation']> = (data, { t, format, say }) => ({
  subject: t('notices.invitation.subject', { organization: say(data.organization) }),
  name: data.name,
  intro: t('notices.invitation.intro', { organization: say(data.organization), role: t(`accounts.role.${data.role}`) }),
  link: data.link,
  action: t('notices.invitation.action'),
  note: t('notices.invitation.note', { until: format.dateTime(data.expiresAt) }),
})

const inquiryConfirm: Writer<NoticeData['inquiry_confirm']> = (data, { t, format, sayAll }) => ({
  subject: t('notices.inquiry_confirm.subject'),
  // Nothing that was typed: the address may be a stranger’s.
  name: null,
  intro: t('notices.inquiry_confirm.intro'),
  facts: [[t('notices.fact.sites', { count: data.sites.length }), sayAll(data.sites)]],
  link: data.link,
  action: t('notices.inquiry_confirm.action'),
  note: t('notices.inquiry_confirm.note', { until: format.dateTime(data.expiresAt) }),
})

const inquiryRegistered: Writer<NoticeData['inquiry_registered']> = (data, { t, format, say }) => ({
  subject: t('notices.inquiry_registered.subject', { number: data.number }),
  name: data.name,
  intro: t('notices.inquiry_registered.intro', {
    number: data.number,
    title: oneLine(data.title),
    received: format.dateTime(data.receivedAt),
  }),
  facts: [
    [t('notices.fact.registered'), format.longDate(data.registeredOn)],
    ...data.parts.flatMap((part): [string, string][] => [
      [t('notices.fact.body'), say(part.body)],
      [t('notices.fact.promise'), format.longDate(part.promiseDueOn)],
      [t('notices.fact.legal'), format.longDate(part.legalDueOn)],
    ]),
  ],
  link: data.link,
  action: t('notices.inquiry_registered.action'),
  note: t('notices.fact.keep_link'),
})

const inquiryMessage: Writer<NoticeData['inquiry_message']> = (data, { t, say }) => ({
  subject: t('notices.inquiry_message.subject', { number: data.number }),
  name: data.name,
  intro: t('notices.inquiry_message.intro', { number: data.number, body: say(data.body) }),
  quote: data.text,
  link: data.link,
  action: t('notices.inquiry_message.action'),
  note: t('notices.fact.keep_link'),
})

const inquiryState: Writer<NoticeData['inquiry_state']> = (data, { t, format, say }) => ({
  subject: t('notices.inquiry_state.subject', {
    number: data.number,
    state: t(`notices.inquiry_state.subject_of.${data.step}`),
  }),
  name: data.name,
  intro: t(`notices.inquiry_state.intro_of.${data.step}`, { number: data.number, body: say(data.body) }),
  // While the investor completes the inquiry the term stands still.
  facts: data.dueOn && data.step !== 'marked_deficient' ? [[t('notices.fact.legal'), format.longDate(data.dueOn)]] : [],
  quote: data.reason,
  link: data.link,
  action: t('notices.inquiry_state.action'),
  note: t('notices.fact.keep_link'),
})

const officerNewInquiry: Writer<NoticeData['officer_new_inquiry']> = (data, { t, format, sayAll }) => ({
  subject: t('notices.officer_new_inquiry.subject', { number: data.number, title: oneLine(data.title, 100) }),
  name: data.name,
  intro: t('notices.officer_new_inquiry.intro', { number: data.number }),
  facts: [
    [t('notices.fact.title'), oneLine(data.title)],
    [t('notices.fact.sites', { count: data.sites.length }), sayAll(data.sites)],
    [t('notices.fact.step'), format.longDate(data.promiseDueOn)],
    [t('notices.fact.legal'), format.longDate(data.legalDueOn)],
  ],
  link: data.link,
  action: t('notices.officer_new_inquiry.action'),
})

const webhookDisabled: Writer<NoticeData['webhook_disabled']> = ({ name, address, link }, { t }) => ({
  subject: t('notices.webhook_disabled.subject', { address }),
  name,
  intro: t('notices.webhook_disabled.intro', { address }),
  link,
  action: t('notices.webhook_disabled.action'),
})

const dueMoved: Writer<NoticeData['due_moved']> = (data, { t, format }) => {
  const change = data.isWorking === null ? 'usual' : data.isWorking ? 'working' : 'off'
  return {
    subject: t('notices.due_moved.subject', { number: data.number }),
    name: data.name,
    intro: t(`notices.due_moved.intro_of.${change}`, { number: data.number, day: format.longDate(data.day) }),
    facts: [
      ...(data.promiseDueOn ? [[t('notices.fact.step'), format.longDate(data.promiseDueOn)] as [string, string]] : []),
      ...(data.legalDueOn ? [[t('notices.fact.legal'), format.longDate(data.legalDueOn)] as [string, string]] : []),
    ],
    quote: data.reason,
    link: data.link,
    action: t('notices.inquiry_state.action'),
  }
}

const sitesSubmitted: Writer<NoticeData['sites_submitted']> = ({ name, count, by, link }, { t }) => ({
  subject: t('notices.sites_submitted.subject', { count }),
  name,
  intro: t('notices.sites_submitted.intro', { count, by }),
  link,
  action: t('notices.sites_submitted.action'),
})

/** Sites that a reminder names; the others are counted. */
const mostReminded = 30

const siteReminder: Writer<NoticeData['site_reminder']> = ({ name, sites, link }, { t, format, say }) => {
  const count = (step: string) => sites.filter((site) => site.step === step).length
  const rest = sites.length - mostReminded
  return {
    subject: t('notices.site_reminder.subject', { count: sites.length }),
    name,
    intro: t('notices.site_reminder.intro', { due: count('due'), stale: count('stale'), lapsed: count('lapsed') }),
    facts: sites
      .slice(0, mostReminded)
      .map(({ number, site, step, confirmBy }) => [
        t(`notices.site_reminder.step.${step}`, { date: format.date(new Date(confirmBy)) }),
        `${number} ${oneLine(say(site), 100)}`,
      ]),
    link,
    action: t('notices.site_reminder.action'),
    note: rest > 0 ? t('notices.site_reminder.more', { value: format.number(rest) }) : undefined,
  }
}

type SiteTemplate = 'site_submitted' | 'site_returned' | 'site_published'

const siteLetter = (template: SiteTemplate, data: SiteNotice & { by?: string }, { t, say }: Words): Letter => ({
  subject: t(`notices.${template}.subject`, { number: data.number, site: oneLine(say(data.site), 100) }),
  name: data.name,
  intro: t(`notices.${template}.intro`, { number: data.number, site: say(data.site), by: data.by ?? '' }),
  link: data.link,
  action: t(`notices.${template}.action`),
})
