import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconShape } from './icon'

/** `good` and `bad` are for verdicts only; `attention` is wheat: somebody should act. */
export type Tone = 'neutral' | 'accent' | 'good' | 'bad' | 'attention'

export const toneClasses: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
  attention: 'bg-wheat-soft text-wheat-ink',
}

type ChipProps = { tone?: Tone; icon?: IconShape; children: ReactNode }

/** A short fact about the thing beside it; not a control. */
export function Chip({ tone = 'neutral', icon, children }: ChipProps) {
  return (
    <span
      className={`chip inline-flex max-w-full items-center gap-1.5 rounded-sm px-2 py-0.5 text-sm font-medium ${toneClasses[tone]}`}
    >
      {icon && <Icon of={icon} size={16} />}
      {children}
    </span>
  )
}

export function DemoChip() {
  const { t } = useTranslation()
  return <Chip tone="attention">{t('ui.state.demo')}</Chip>
}

/** An active condition of a search; the link leads to the same search without it. */
export function RemovableChip({ to, label }: { to: string; label: string }) {
  const { t } = useTranslation()
  return (
    <Link
      to={to}
      preventScrollReset
      aria-label={t('ui.action.remove_filter', { label })}
      data-plain
      className="border-accent bg-accent-soft text-accent hover:border-accent-strong hover:text-accent-strong inline-flex min-h-11 items-center gap-2 rounded-md border px-3 text-sm font-medium no-underline"
    >
      {label}
      <Icon of={X} size={16} />
    </Link>
  )
}
