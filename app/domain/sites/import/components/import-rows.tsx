import { chooseText } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { DataTable, type Column } from '#app/ui/data-table'
import { Link } from '@remix-run/react'
import type { Likeness, Problem } from '../model'
import type { ImportLine, ImportPage, RowAction } from '../preview'
import { ChooseForRow } from './duplicate-choice'
import { useLikenessWords, useProblemWords } from './problem-words'

const tones = { create: 'accent', update: 'accent', unchanged: 'neutral', refused: 'bad', skip: 'attention' } as const

/** The rows of one view with what is said about them. */
export function ImportRows({ page }: { page: ImportPage }) {
  const { t } = useLanguage()
  const columns: (Column<ImportLine> | false)[] = [
    { key: 'row', header: t('imports.row'), isRowHeader: true, cell: ({ rowNumber }) => <RowNumber row={rowNumber} /> },
    { key: 'site', header: t('imports.site'), cell: (line) => <Site line={line} isDone={page.state === 'done'} /> },
    { key: 'what', header: t('imports.what'), cell: ({ action }) => <Action action={action} /> },
    page.view === 'problems' && {
      key: 'problems',
      header: t('imports.said'),
      cell: ({ problems }: ImportLine) => <Problems problems={problems} />,
    },
    page.view === 'duplicates' && {
      key: 'like',
      header: t('imports.view.duplicates'),
      cell: (line: ImportLine) => (
        <div className="flex flex-col gap-3">
          <Likenesses likenesses={line.likenesses} />
          {line.action === 'skip' && <Problems problems={line.problems.filter(({ level }) => level === 'error')} />}
          {page.state === 'ready' && line.action !== 'refused' && <ChooseForRow line={line} />}
        </div>
      ),
    },
  ]
  return (
    <DataTable
      caption={t(`imports.view.${page.view}`)}
      isCaptionHidden
      columns={columns.filter((column) => column !== false)}
      rows={page.lines}
      rowKey={({ rowNumber }) => String(rowNumber)}
    />
  )
}

/** Where the columns have no headings, on a phone, it says what the number is. */
function RowNumber({ row }: { row: number }) {
  const { t, format } = useLanguage()
  return (
    <>
      <span className="hidden sm:inline">{format.number(row)}</span>
      <span className="sm:hidden">{t('imports.choose_row', { row: format.number(row) })}</span>
    </>
  )
}

function Site({ line, isDone }: { line: ImportLine; isDone: boolean }) {
  const { t, lang, href } = useLanguage()
  const { text } = chooseText(line.name, lang)
  const name = text === '' ? t('imports.no_name') : text
  const kind = line.kind === null ? null : t(`sites.kind.${line.kind}`)
  const isThere = line.siteNumber !== null && (isDone || line.action === 'update' || line.action === 'unchanged')
  return (
    <span className="flex flex-col">
      {isThere ? (
        <Link to={href(`/akimat/sites/${line.siteNumber}`)} className="inline-flex min-h-8 items-center underline">
          {name}
        </Link>
      ) : (
        <span className="font-semibold">{name}</span>
      )}
      <span className="text-muted text-sm">{[line.siteNumber, kind].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

function Action({ action }: { action: RowAction }) {
  const { t } = useLanguage()
  return <Chip tone={tones[action]}>{t(`imports.action.${action}`)}</Chip>
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useLanguage()
  const say = useProblemWords()
  if (problems.length === 0) return null
  return (
    <ul className="flex flex-col gap-2">
      {problems.map((problem) => (
        <li key={`${problem.cell} ${problem.code}`}>
          <span className="font-semibold tabular-nums">{problem.cell}</span>{' '}
          <span className={problem.level === 'error' ? 'text-bad' : 'text-muted'}>
            {problem.level === 'error' ? t('imports.error') : t('imports.note')}:
          </span>{' '}
          {say(problem)}
          {problem.column !== '' && <span className="text-muted block text-sm break-all">{problem.column}</span>}
        </li>
      ))}
    </ul>
  )
}

function Likenesses({ likenesses }: { likenesses: readonly Likeness[] }) {
  const { t, lang, href } = useLanguage()
  const say = useLikenessWords()
  return (
    <ul className="flex flex-col gap-1">
      {likenesses.map((likeness) => (
        <li key={`${likeness.siteNumber} ${likeness.rowNumber}`}>
          {likeness.siteNumber === null ? (
            t('imports.likeness_row', { row: likeness.rowNumber ?? 0 })
          ) : (
            <Link to={href(`/akimat/sites/${likeness.siteNumber}`)} className="underline">
              {likeness.siteNumber}
            </Link>
          )}{' '}
          {chooseText(likeness.name, lang).text}
          <span className="text-muted block text-sm">{say(likeness)}</span>
        </li>
      ))}
    </ul>
  )
}
