import type { Notice, NoticeData } from '#app/domain/notices/model'
import type { Letter, Words } from './letter'
import { oneLine } from './rules'

const linkTemplates = [
  'sign_up',
  'sign_up_known',
  'password_reset',
  'password_reset_unknown',
  'email_change',
  'email_taken',
] as const
type LinkNotice = Extract<Notice, { template: (typeof linkTemplates)[number] }>

/** Whether the letter is about a link by which somebody gets into an account. */
export function isAboutAccountLink(notice: Notice): notice is LinkNotice {
  return linkTemplates.some((template) => template === notice.template)
}

/** The letter to an address for which an account or a new password was asked: it gives it, or says why not. */
export function accountLetter({ template, data }: LinkNotice, { t, format }: Words): Letter {
  return {
    subject: t(`notices.${template}.subject`),
    name: data.name,
    intro: t(`notices.${template}.intro`),
    link: data.link,
    action: t(`notices.${template}.action`),
    note: t(`notices.${template}.note`, { until: format.dateTime(data.expiresAt) }),
  }
}

/** Who had not changed the password shall know at once. */
export function passwordChangedLetter(data: NoticeData['password_changed'], { t, format }: Words): Letter {
  return {
    subject: t('notices.password_changed.subject'),
    name: data.name,
    intro: t('notices.password_changed.intro', { at: format.dateTime(data.at) }),
    link: data.link,
    action: t('notices.password_changed.action'),
    note: t('notices.password_changed.note'),
  }
}

/** The same of anything else about the way into an account. */
export function accountChangedLetter(data: NoticeData['account_changed'], { t, format }: Words): Letter {
  return {
    subject: t('notices.account_changed.subject'),
    name: data.name,
    intro: t(`notices.account_changed.what.${data.what}`, {
      at: format.dateTime(data.at),
      newEmail: data.newEmail ?? '',
    }),
    link: data.link,
    action: t('notices.account_changed.action'),
    note: t('notices.account_changed.note'),
  }
}

/** The link of a case, for who was about to inquire once more. */
export function inquiryLinkLetter(data: NoticeData['inquiry_link'], { t }: Words): Letter {
  return {
    subject: t('notices.inquiry_link.subject', { number: data.number }),
    name: data.name,
    intro: t('notices.inquiry_link.intro', { number: data.number, title: oneLine(data.title) }),
    link: data.link,
    action: t('notices.inquiry_link.action'),
    note: t('notices.fact.keep_link'),
  }
}
