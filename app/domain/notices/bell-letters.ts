import type { Writer } from '#app/domain/notices/letter'
import type { NoticeData } from '#app/domain/notices/model'
import { sayNotice } from '#app/domain/notices/say-notice'

/** What stands under the bell, as a letter of its own. */
export const noticeLetter: Writer<NoticeData['notice']> = ({ name, event, facts, link }, words) => {
  const sentence = sayNotice(event, facts, words)
  return { subject: sentence, name, intro: `${sentence}.`, link, action: words.t('notices.notice.action') }
}

/** Several notices in one letter: of one thing, or of a day. */
export const digestLetter: Writer<NoticeData['notice_digest']> = (data, words) => {
  const { name, rhythm, notices, more, link } = data
  const { t, format } = words
  const lines = notices.map(({ event, facts, at, link: page }): [string, string, string] => {
    return [format.dateTime(at), sayNotice(event, facts, words), page]
  })
  const total = notices.length + more
  const first = lines[0]?.[1] ?? ''
  return {
    subject:
      rhythm === 'bundle' ? `${first} (+${total - 1})` : t('notices.digest.subject', { value: format.number(total) }),
    name,
    intro: t(`notices.digest.${rhythm}`),
    facts: lines,
    link,
    action: t('notices.digest.action'),
    note: more > 0 ? t('notices.digest.more', { value: format.number(more) }) : undefined,
  }
}
