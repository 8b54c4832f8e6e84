import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Link, useSearchParams } from '@remix-run/react'
import { Icon } from '#app/ui/icon'
import { ChevronRight, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Fold } from './fold'

/** With more entries than this only one of them is in the form, so that the page stays light. */
const mostShown = 6

type Entry = { prefix: string; summary: ReactNode; fields: ReactNode }

type EntryListProps = { list: string; entries: readonly Entry[]; empty: string; add: string }

/** Entries of a list, each folded behind one line; the button below makes one more. */
export function EntryList({ list, entries, empty, add }: EntryListProps) {
  const [query] = useSearchParams()
  const asked = query.get('entry')
  const open = asked === 'last' ? entries.length - 1 : Number(asked ?? (entries.length === 1 ? 0 : -1))
  const isLong = entries.length > mostShown
  return (
    <div className="flex flex-col gap-3">
      {entries.length === 0 && <p className="text-muted">{empty}</p>}
      {entries.map(({ prefix, summary, fields }, index) =>
        isLong && index !== open ? (
          <EntryLink key={prefix} index={index} query={query}>
            {summary}
          </EntryLink>
        ) : (
          <Fold key={prefix} prefix={prefix} summary={summary} look="entry" isOpen={index === open}>
            {fields}
          </Fold>
        ),
      )}
      <div>
        <Button icon={Plus} name="operation" value={`add:${list}:`}>
          {add}
        </Button>
      </div>
    </div>
  )
}

function EntryLink({ index, query, children }: { index: number; query: URLSearchParams; children: ReactNode }) {
  const to = new URLSearchParams({ group: query.get('group') ?? '', entry: String(index) })
  return (
    <Link
      to={`?${to}`}
      data-plain
      preventScrollReset
      className="border-line hover:text-accent-strong text-ink flex min-h-12 items-center gap-3 rounded-md border px-4 py-3 no-underline"
    >
      <Icon of={ChevronRight} size={16} />
      {children}
    </Link>
  )
}

type EntryActionsProps = { list: string; entry: string; name: string; isFirst: boolean; canCopy?: boolean }

/** Moves an entry, copies it, or takes it out after a second press: what was said in it is lost. */
export function EntryActions({ list, entry, name, isFirst, canCopy = false }: EntryActionsProps) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-wrap items-start gap-2">
      {!isFirst && (
        <Button look="quiet" size="small" name="operation" value={`move_up:${list}:${entry}`}>
          {t('editor.entry.move_up')}
          <span className="sr-only">: {name}</span>
        </Button>
      )}
      {canCopy && (
        <Button look="quiet" size="small" name="operation" value={`copy:${list}:${entry}`}>
          {t('editor.entry.copy')}
          <span className="sr-only">: {name}</span>
        </Button>
      )}
      <details>
        <summary className="text-accent hover:text-accent-strong inline-flex min-h-11 cursor-pointer items-center px-3 text-sm font-semibold">
          {t('editor.entry.remove')}
          <span className="sr-only">: {name}</span>
        </summary>
        <div className="flex flex-wrap items-center gap-3 px-3 py-2 text-sm">
          {t('editor.entry.remove_ask')}
          <Button look="danger" size="small" name="operation" value={`remove:${list}:${entry}`}>
            {t('editor.entry.remove_yes')}
            <span className="sr-only">: {name}</span>
          </Button>
        </div>
      </details>
    </div>
  )
}
