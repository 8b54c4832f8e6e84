import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

/**
 * A short message at the bottom of the screen that stays until it is closed. The region is always in the page, or
 * screen readers would miss the first message.
 */
export function Toast({ message, onClose }: { message: ReactNode | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center" data-no-print>
      {message !== null && (
        <div className="bg-ink text-paper shadow-float pointer-events-auto flex items-center gap-3 rounded-md py-1 pr-1 pl-4">
          {message}
          <button
            type="button"
            onClick={onClose}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-sm px-3 text-sm hover:underline"
          >
            <Icon of={X} size={16} />
            {t('ui.action.close')}
          </button>
        </div>
      )}
    </div>
  )
}
