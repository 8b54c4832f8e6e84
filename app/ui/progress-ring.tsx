import { useTranslation } from 'react-i18next'

export type RingState = 'running' | 'paused' | 'warn' | 'breached' | 'done' | 'stopped'

type ProgressRingProps = {
  /** Share of the term that is used up, 0-1. */
  used: number
  state: RingState
  /** Inside: working days left, as short as a number. A paused ring shows a pause sign instead. */
  text: string
  /** What the ring says, in words: "6 working days left". The state is read out before it. */
  label: string
}

const strokes: Record<RingState, string> = {
  running: 'stroke-accent',
  paused: 'stroke-edge',
  warn: 'stroke-wheat',
  breached: 'stroke-bad',
  done: 'stroke-good',
  stopped: 'stroke-edge',
}

/** A clock of working days as a ring that closes. Never alone: the due date in words stands beside it. */
export function ProgressRing({ used, state, text, label }: ProgressRingProps) {
  const { t } = useTranslation()
  const arc =
    state === 'breached' || state === 'done' || state === 'stopped'
      ? 100
      : Math.round(Math.min(1, Math.max(0, used)) * 100)
  return (
    <svg
      role="img"
      aria-label={`${t(`ui.clock.${state}`)}: ${label}`}
      viewBox="0 0 40 40"
      className="size-10 shrink-0"
      data-state={state}
    >
      <circle cx="20" cy="20" r="16.5" fill="none" strokeWidth="4" className="stroke-track" />
      <circle
        cx="20"
        cy="20"
        r="16.5"
        fill="none"
        strokeWidth="4"
        pathLength="100"
        strokeDasharray={`${arc} 100`}
        transform="rotate(-90 20 20)"
        className={strokes[state]}
      />
      {state === 'paused' ? (
        <path d="M17 15v10M23 15v10" strokeWidth="2.5" className="stroke-muted" />
      ) : (
        <text x="20" y="20" dy="0.36em" textAnchor="middle" fontSize="13" className="fill-ink font-semibold">
          {text}
        </text>
      )}
    </svg>
  )
}
