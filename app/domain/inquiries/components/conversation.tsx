import { useLanguage } from '#app/platform/i18n/use-language'
import type { Talk } from '../model'
import { AttachmentList } from './attachment-list'
import { OwnLine, OwnText } from './own-words'

type ConversationProps = {
  talk: readonly Talk[]
  /** Whose side the page is for: the own words stand on the right. */
  reader: 'investor' | 'body'
  /** Key of the case for an investor without an account: it opens the files. */
  fileKey?: string | null
}

const looks = {
  own: 'border-accent-soft bg-accent-soft sm:ml-16',
  other: 'border-line bg-surface sm:mr-10',
  note: 'border-wheat bg-wheat-soft border-dashed sm:ml-16',
} as const

/** Words of both sides and, inside the body, its notes, oldest first. */
export function Conversation({ talk, reader, fileKey = null }: ConversationProps) {
  return (
    <ol className="flex flex-col gap-4">
      {talk.map((item) => (
        <li key={item.id}>
          <TalkItem item={item} reader={reader} fileKey={fileKey} />
        </li>
      ))}
    </ol>
  )
}

type TalkItemProps = Pick<ConversationProps, 'reader' | 'fileKey'> & { item: Talk }

function TalkItem({ item, reader, fileKey }: TalkItemProps) {
  const { t, format } = useLanguage()
  const look = item.kind === 'note' ? looks.note : item.kind === reader ? looks.own : looks.other
  const isYou = item.kind === 'investor' && reader === 'investor'
  return (
    <article className={`flex flex-col gap-1 rounded-lg border px-4 py-3 ${look}`}>
      <p className="text-muted text-sm">
        {item.kind === 'note' && (
          <span className="text-wheat-ink font-semibold">{t('inquiries.event.internal_note')} · </span>
        )}
        {isYou ? t('inquiries.author.you') : <OwnLine>{item.author}</OwnLine>}
        {' · '}
        <time dateTime={item.at} className="tabular-nums">
          {format.dateTime(item.at)}
        </time>
        {item.step && <span className="text-ink font-semibold"> · {t(`inquiries.event.${item.step}`)}</span>}
      </p>
      <OwnText>{item.text}</OwnText>
      <AttachmentList files={item.files} fileKey={fileKey} />
    </article>
  )
}
