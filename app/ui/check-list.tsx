import { Check, CircleHelp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

export type CheckVerdict = 'yes' | 'no' | 'unknown'

export type CheckItem = { key: string; verdict: CheckVerdict; text: ReactNode; note?: ReactNode }

const marks = {
  yes: { icon: Check, className: 'text-good' },
  no: { icon: X, className: 'text-bad' },
  unknown: { icon: CircleHelp, className: 'text-wheat-ink' },
} as const

/** Questions with their answers: rules of a zone, groups of a dossier. The answer is read out as a word. */
export function CheckList({ items }: { items: readonly CheckItem[] }) {
  const { t } = useTranslation()
  return (
    <ul>
      {items.map(({ key, verdict, text, note }) => (
        <li key={key} className="border-line flex items-start gap-3 border-b py-2.5 last:border-0">
          <Icon of={marks[verdict].icon} className={`mt-0.5 ${marks[verdict].className}`} />
          <span className="sr-only">{t(`ui.state.${verdict}`)}: </span>
          <div className="min-w-0 flex-1">{text}</div>
          {note !== undefined && <div className="text-muted max-w-[45%] text-right text-sm">{note}</div>}
        </li>
      ))}
    </ul>
  )
}
