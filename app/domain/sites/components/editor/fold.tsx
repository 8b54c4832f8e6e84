import { Icon } from '#app/ui/icon'
import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useHasNews } from './use-editor-field'

type FoldProps = {
  /** Beginning of the names of the fields inside: something wrong with one of them opens the fold. */
  prefix: string
  /** What is filled in, on one line. */
  summary: ReactNode
  look?: 'line' | 'entry'
  isOpen?: boolean
  children: ReactNode
}

/** Fields that are asked less often, folded away behind a line that says what they hold. */
export function Fold({ prefix, summary, look = 'line', isOpen = false, children }: FoldProps) {
  const details = useRef<HTMLDetailsElement>(null)
  const hasNews = useHasNews(prefix)
  const [opens] = useState(isOpen || hasNews)
  useEffect(() => {
    if (hasNews && details.current) details.current.open = true
  }, [hasNews])
  const isEntry = look === 'entry'
  return (
    <details
      ref={details}
      id={isEntry ? prefix : undefined}
      open={opens}
      className={isEntry ? 'group/entry border-line rounded-md border' : 'group/line'}
    >
      <summary
        className={
          isEntry
            ? 'hover:text-accent-strong flex min-h-12 cursor-pointer items-center gap-3 px-4 py-3'
            : 'text-muted hover:text-accent-strong flex min-h-8 cursor-pointer items-start gap-1.5 py-1 text-sm'
        }
      >
        <Icon
          of={ChevronRight}
          size={16}
          className={`mt-0.5 shrink-0 ${isEntry ? 'group-open/entry:rotate-90' : 'group-open/line:rotate-90'}`}
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className={isEntry ? 'border-line flex flex-col gap-6 border-t px-4 py-5' : 'pt-2 pb-3'}>{children}</div>
    </details>
  )
}
