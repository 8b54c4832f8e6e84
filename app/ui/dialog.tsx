import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass, type ButtonShape } from './button-class'
import { Icon } from './icon'

type DialogProps = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode }

/** The browser's modal dialog: it keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal()
    if (!isOpen) dialog.current?.close()
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="border-line bg-surface text-ink shadow-float m-auto w-full max-w-lg rounded-lg border p-0"
    >
      <div className="flex items-start justify-between gap-4 px-5 pt-4">
        <h2 id={titleId} className="pt-2 text-lg font-bold">
          {title}
        </h2>
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="text-muted hover:text-accent-strong inline-flex min-h-11 items-center gap-1.5 rounded-sm px-2 text-sm"
        >
          <Icon of={X} size={16} />
          {t('ui.action.close')}
        </button>
      </div>
      <div className="px-5 pt-2 pb-5">{isOpen && children}</div>
    </dialog>
  )
}

type DialogLinkProps = ButtonShape & {
  /** The page with the same content, for when there is no JavaScript or the link is opened in a new tab. */
  to: string
  label: string
  title: string
  children: (close: () => void) => ReactNode
}

/** A link that opens its target's content in a dialog when it can. */
export function DialogLink({ to, label, title, children, ...shape }: DialogLinkProps) {
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  return (
    <>
      <Link
        to={to}
        data-plain
        aria-haspopup="dialog"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          setIsOpen(true)
        }}
        className={buttonClass(shape)}
      >
        {label}
      </Link>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  )
}
