import { useLanguage } from '#app/platform/i18n/use-language'
import { FormToken } from '#app/ui/form/form-token'
import { Icon } from '#app/ui/icon'
import { Link } from '@remix-run/react'
import { Heart } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { sendKept, useIsKept } from './kept-store'

type Said = 'kept' | 'full' | 'failed' | null

/** Keeps a site among the favourites; pressed again, lets it go. Without JavaScript a form that leads to the list. */
export function FavouriteButton({ number }: { number: string }) {
  const { t, href } = useLanguage()
  const address = href('/favourites/kept')
  const isKept = useIsKept(number, address) ?? false
  const [said, setSaid] = useState<Said>(null)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = new FormData(event.currentTarget)
    void sendKept(address, body).then((result) => setSaid(result !== 'done' ? result : isKept ? null : 'kept'))
  }
  return (
    <form method="post" action={address} onSubmit={send} className="flex flex-wrap items-center gap-x-3 print:hidden">
      <FormToken />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="intent" value={isKept ? 'drop' : 'keep'} />
      <button
        aria-pressed={isKept}
        className="text-accent hover:text-accent-strong -ml-2 inline-flex min-h-11 items-center gap-2 rounded-md px-2 text-sm font-semibold"
      >
        <Icon of={Heart} className={isKept ? 'fill-current' : ''} />
        {t(isKept ? 'favourites.kept' : 'favourites.keep')}
        <span className="sr-only">, {t('favourites.of', { number })}</span>
      </button>
      <span role="status" className="text-sm">
        {said === 'kept' && isKept && (
          <Link to={href('/favourites')} className="text-muted inline-flex min-h-11 items-center underline">
            {t('favourites.open')}
          </Link>
        )}
        {(said === 'full' || said === 'failed') && <span className="text-bad">{t(`favourites.${said}`)}</span>}
      </span>
    </form>
  )
}
