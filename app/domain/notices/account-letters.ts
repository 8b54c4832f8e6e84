import type { NoticeData, SignUpNotice } from '#app/domain/notices/model'
import type { Letter, Words } from './letter'
import { oneLine } from './rules'

/** The letter to an address for which an account was asked: it makes one, or says that there is one. */
export function signUpLetter(template: 'sign_up' | 'sign_up_known', data: SignUpNotice, { t, format }: Words): Letter {
  return {
    subject: t(`notices.${template}.subject`),
    name: data.name,
    intro: t(`notices.${template}.intro`),
    link: data.link,
    action: t(`notices.${template}.action`),
    note: t(`notices.${template}.note`, { until: format.dateTime(data.expiresAt) }),
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
