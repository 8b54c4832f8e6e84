import type { FieldChange, LedgerLine } from '#app/domain/ledger/model'
import { writeLedgerFilter } from '#app/domain/ledger/schema'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'
import { Link } from '@remix-run/react'

/** Entries, newest first; each opens what was and what is. */
export function LedgerTable({ lines, caption }: { lines: readonly LedgerLine[]; caption: string }) {
  const { t, format } = useLanguage()
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'at',
          header: t('ledger.at'),
          isRowHeader: true,
          cell: (line) => <span className="whitespace-nowrap">{format.dateTime(line.at)}</span>,
        },
        { key: 'actor', header: t('ledger.actor'), cell: (line) => <WhoWrote line={line} /> },
        { key: 'what', header: t('ledger.what'), cell: (line) => <WhatRow line={line} /> },
        { key: 'changes', header: t('ledger.changes'), cell: (line) => <WhatChanged line={line} /> },
      ]}
    />
  )
}

const linkClass = 'text-accent underline underline-offset-4'

function WhoWrote({ line }: { line: LedgerLine }) {
  const { t } = useLanguage()
  return (
    <>
      <Link to={writeLedgerFilter({ actor: line.actor })} className={linkClass}>
        {t(`ledger.author.${line.author.kind}`, { name: line.author.name })}
      </Link>
      {line.behalf !== '' && (
        <span translate="no" className="text-muted block text-sm [overflow-wrap:anywhere]">
          {line.behalf}
        </span>
      )}
    </>
  )
}

function WhatRow({ line }: { line: LedgerLine }) {
  const { t } = useLanguage()
  return (
    <>
      {t(`ledger.op.${line.operation}`)}
      {line.operation !== 'view' && (
        <>
          : <span translate="no">{line.tableName}</span>
        </>
      )}
      <Link
        to={writeLedgerFilter({ table: line.tableName, row: line.rowKey })}
        translate="no"
        className={`${linkClass} block text-sm [overflow-wrap:anywhere]`}
      >
        {line.rowKey}
      </Link>
    </>
  )
}

function WhatChanged({ line }: { line: LedgerLine }) {
  const { t, format } = useLanguage()
  const { changes, position } = line
  const origin = [
    line.address === '' ? null : `${t('ledger.address')}: ${line.address}`,
    line.requestId === '' ? null : `${t('ledger.request')}: ${line.requestId}`,
    position === null ? t('ledger.unsealed') : t('ledger.position', { position: format.number(Number(position)) }),
  ].filter((part) => part !== null)
  return (
    <details>
      <summary className="text-accent -my-2 cursor-pointer py-2 underline underline-offset-4">
        {line.operation === 'view'
          ? t('ledger.origin')
          : t('ledger.fields', { count: changes.length, value: format.number(changes.length) })}
      </summary>
      {line.isErased && <p className="py-2">{t('ledger.erased')}</p>}
      {line.isWithheld && (
        <p className="py-2">
          {t('ledger.withheld')} <span translate="no">{changes.map(({ field }) => field).join(', ')}</span>
        </p>
      )}
      {!line.isWithheld && changes.length > 0 && <FieldTable changes={changes} />}
      <p className="text-muted pt-2 text-sm [overflow-wrap:anywhere]">{origin.join(' · ')}</p>
    </details>
  )
}

function FieldTable({ changes }: { changes: readonly FieldChange[] }) {
  const { t } = useLanguage()
  const value = (text: string | null) =>
    text === null ? (
      <span className="text-muted">{t('ledger.nothing')}</span>
    ) : (
      <span translate="no" className="line-clamp-6 [overflow-wrap:anywhere]">
        {text}
      </span>
    )
  return (
    <DataTable
      caption={t('ledger.changes')}
      isCaptionHidden
      rows={changes}
      rowKey={({ field }) => field}
      columns={[
        {
          key: 'field',
          header: t('ledger.field'),
          isRowHeader: true,
          cell: ({ field }) => <span translate="no">{field}</span>,
        },
        { key: 'was', header: t('ledger.was'), cell: ({ before }) => value(before) },
        { key: 'is', header: t('ledger.is'), cell: ({ after }) => value(after) },
      ]}
    />
  )
}
