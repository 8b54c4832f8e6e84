import type { ReactNode } from 'react'

type NoticeProps = {
  tone?: 'neutral' | 'accent' | 'good' | 'bad' | 'attention'
  title?: ReactNode
  /** `status` announces it politely when it appears, `alert` at once; neither for what was always there. */
  role?: 'status' | 'alert'
  children?: ReactNode
}

const tones = {
  neutral: 'border-edge bg-sunken',
  accent: 'border-accent bg-accent-soft',
  good: 'border-good bg-good-soft',
  bad: 'border-bad bg-bad-soft',
  attention: 'border-wheat bg-wheat-soft',
} as const

/** A message in the page: what was done, what is wrong, what to know before going on. */
export function Notice({ tone = 'accent', title, role, children }: NoticeProps) {
  return (
    <div role={role} className={`rounded-md border-l-4 px-4 py-3 ${tones[tone]}`}>
      {title !== undefined && <p className="font-semibold">{title}</p>}
      {children !== undefined && <div>{children}</div>}
    </div>
  )
}
