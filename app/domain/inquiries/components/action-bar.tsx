import { useLanguage } from '#app/platform/i18n/use-language'
import { buttonClass } from '#app/ui/button-class'
import { useClosingDetails } from '#app/ui/closing-details'
import { Link } from '@remix-run/react'
import type { EventType } from '../clock/model'
import { officialSteps } from '../model'

/** What can be done to a case on its page; `answer` is what stands there unless something else is chosen. */
const barPanels = [
  'answer',
  'note',
  'visit',
  'redirect',
  'deficient',
  'extend',
  ...officialSteps,
  'duplicate',
  'spam',
  'reopen',
] as const
type BarPanel = (typeof barPanels)[number]

/** Those of the last two stand at the visit itself. */
export const panels = [...barPanels, 'visit_move', 'visit_cancel'] as const
export type PanelKey = (typeof panels)[number]

const eventsOf: Partial<Record<PanelKey, EventType[]>> = {
  answer: ['message_from_body'],
  note: ['internal_note'],
  visit: ['visit_proposed'],
  redirect: ['redirected'],
  deficient: ['marked_deficient'],
  extend: ['extended', 'extension_asked'],
  reopen: ['reopened'],
  visit_move: ['visit_moved'],
  visit_cancel: ['visit_cancelled'],
}

const common: readonly BarPanel[] = ['answer', 'note', 'visit', 'redirect', 'reopen']

/** Panels that the state of the case allows. */
export function openPanels(actions: readonly EventType[]): PanelKey[] {
  return panels.filter((panel) => (eventsOf[panel] ?? [panel as EventType]).some((type) => actions.includes(type)))
}

type ActionBarProps = { actions: readonly EventType[]; current: PanelKey | null; to: (panel: PanelKey) => string }

/** The actions of the case: the common ones side by side, the rest behind "more". Each is a link to its form. */
export function ActionBar({ actions, current, to }: ActionBarProps) {
  const { t } = useLanguage()
  const allowed = openPanels(actions)
  const open = barPanels.filter((panel) => allowed.includes(panel))
  const more = open.filter((panel) => !common.includes(panel))
  const closing = useClosingDetails()
  return (
    <nav aria-label={t('spk.action.label')} className="flex flex-wrap gap-2">
      {open
        .filter((panel) => common.includes(panel))
        .map((panel) => (
          <ActionLink key={panel} panel={panel} current={current} to={to(panel)} />
        ))}
      {more.length > 0 && (
        <details ref={closing} className="relative">
          <summary className={`${buttonClass({ size: 'small' })} cursor-pointer list-none`}>
            {t('spk.action.more')} ▾
          </summary>
          <div className="border-line bg-surface shadow-float absolute right-0 z-10 mt-1 flex w-64 flex-col gap-1 rounded-md border p-2">
            {more.map((panel) => (
              <ActionLink key={panel} panel={panel} current={current} to={to(panel)} isWide />
            ))}
          </div>
        </details>
      )}
    </nav>
  )
}

type ActionLinkProps = { panel: BarPanel; current: PanelKey | null; to: string; isWide?: boolean }

function ActionLink({ panel, current, to, isWide }: ActionLinkProps) {
  const { t } = useLanguage()
  const isCurrent = panel === current
  return (
    <Link
      to={to}
      preventScrollReset
      data-plain
      aria-current={isCurrent ? 'true' : undefined}
      className={`${buttonClass({ size: 'small', look: isWide ? 'quiet' : 'secondary', isWide })} aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent`}
    >
      {t(`spk.action.${panel}`)}
    </Link>
  )
}
