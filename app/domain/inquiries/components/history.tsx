import { useLanguage } from '#app/platform/i18n/use-language'
import { Timeline } from '#app/ui/timeline'
import type { HistoryItem } from '../model'
import { LocalName, OwnLine } from './own-words'

/** What happened to the case, oldest first. */
export function History({ items }: { items: readonly HistoryItem[] }) {
  const { t, format } = useLanguage()
  return (
    <Timeline
      items={items.map((item, index) => ({
        key: String(item.sequence),
        moment: item.at,
        when: format.dateTime(item.at),
        title: t(`inquiries.event.${item.type}`),
        body: <HistoryNote item={item} />,
        isCurrent: index === items.length - 1,
      }))}
    />
  )
}

function HistoryNote({ item }: { item: HistoryItem }) {
  const { t, format } = useLanguage()
  const reason = item.reason as 'other' | null
  return (
    <>
      {item.clock !== null && <p>{t(`inquiries.clock.key.${item.clock}`)}</p>}
      {item.level !== null && <p>{t(`inquiries.history.level.${item.level}`)}</p>}
      {item.type === 'assigned' && <GivenTo name={item.to} />}
      {item.until !== null && <p>{t('inquiries.clock.until', { date: format.date(item.until) })}</p>}
      {item.startsAt !== null && <p>{format.dayAndTime(new Date(item.startsAt))}</p>}
      {item.of !== null && <p className="tabular-nums">{t('inquiries.case.number', { number: item.of })}</p>}
      {item.missing.length > 0 && <p>{item.missing.map((kind) => t(`inquiries.missing.${kind}`)).join('; ')}</p>}
      {item.body && (
        <p>
          <LocalName of={item.body} />
        </p>
      )}
      {reason && <p>{t(`inquiries.decline_reason.${reason}`)}</p>}
      {item.by && item.side !== 'investor' && (
        <p>
          {item.type === 'assigned' && `${t('inquiries.history.by')}: `}
          <OwnLine>{item.by}</OwnLine>
        </p>
      )}
    </>
  )
}

function GivenTo({ name }: { name: string | null }) {
  const { t } = useLanguage()
  if (name === null) return <p>{t('inquiries.history.to_desk')}</p>
  return (
    <p>
      {t('inquiries.history.to')}: <OwnLine>{name}</OwnLine>
    </p>
  )
}
