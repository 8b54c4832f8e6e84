import type { LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip, DemoChip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { Link, useNavigation } from '@remix-run/react'
import type { OwnInquiries, OwnInquiryLine } from '../model'
import { dueTones, useDueWords } from './due-words'
import { LocalName, OwnLine } from './own-words'
import { StateChip } from './state-chip'

type OwnInquiryTableProps = { lines: readonly OwnInquiryLine[]; today: LocalDate }

/** What a person keeps: one row for each part, with who has it and what is due. */
export function OwnInquiryTable({ lines, today }: OwnInquiryTableProps) {
  const { t, href, format } = useLanguage()
  if (lines.length === 0) {
    return (
      <EmptyState title={t('investor.own.empty_title')} text={t('investor.own.empty_text')}>
        <LinkButton look="primary" to={href('/sites')}>
          {t('investor.own.empty_action')}
        </LinkButton>
      </EmptyState>
    )
  }
  return (
    <DataTable
      caption={t('investor.own.title')}
      isCaptionHidden
      rows={lines}
      rowKey={({ number, part }) => `${number}/${part}`}
      columns={[
        {
          key: 'subject',
          header: t('investor.own.subject'),
          isRowHeader: true,
          cell: (line) => <Subject line={line} to={href(`/inquiries/${line.number}#part-${line.part}`)} />,
        },
        { key: 'received', header: t('investor.own.received'), cell: (line) => format.date(line.receivedAt) },
        { key: 'body', header: t('investor.own.body'), cell: ({ body }) => <LocalName of={body} /> },
        { key: 'state', header: t('investor.own.state'), cell: ({ state }) => <StateChip state={state} /> },
        { key: 'due', header: t('investor.own.due'), cell: (line) => <Due line={line} today={today} /> },
      ]}
    />
  )
}

function Subject({ line, to }: { line: OwnInquiryLine; to: string }) {
  const { t } = useLanguage()
  return (
    <>
      <Link to={to} className="inline-flex min-h-11 items-center break-words sm:min-h-0">
        <OwnLine>{line.title}</OwnLine>
      </Link>
      <span className="text-muted block text-sm font-normal tabular-nums">
        {line.number}
        {line.parts > 1 && ` · ${t('inquiries.case.part', { part: line.part, total: line.parts })}`}
      </span>
      {line.isDemo && <DemoChip />}
    </>
  )
}

function Due({ line: { due }, today }: { line: OwnInquiryLine; today: LocalDate }) {
  const { t, format } = useLanguage()
  const words = useDueWords(today)
  if (due.ring === 'paused') return <Chip tone="attention">{t('investor.own.your_turn')}</Chip>
  if (due.key === null || due.due === null) return <span className="text-muted">{t('inquiries.due.nothing')}</span>
  return (
    <>
      <span className="block">
        {t(`inquiries.clock.key.${due.key}`)} {t('inquiries.clock.until', { date: format.date(due.due) })}
      </span>
      <Chip tone={dueTones[due.ring]}>{words(due)}</Chip>
    </>
  )
}

/** Inquiries from the person's own address that could stand in the account; nothing when there are none. */
export function OfferedInquiries({ offered }: Pick<OwnInquiries, 'offered'>) {
  const { t } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  if (offered.length === 0) return null
  return (
    <Notice title={t('investor.own.offer', { count: offered.length })}>
      <ul>
        {offered.map(({ number, title }) => (
          <li key={number}>
            <span className="tabular-nums">{number}</span> · <OwnLine>{title}</OwnLine>
          </li>
        ))}
      </ul>
      <Form method="post" className="pt-3">
        <Button look="primary" name="intent" value="keep" isBusy={isBusy}>
          {t('investor.own.offer_action')}
        </Button>
      </Form>
    </Notice>
  )
}
