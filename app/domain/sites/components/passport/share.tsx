import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { LinkButton } from '#app/ui/link-button'
import { FileText, Share2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'

/** The public page of a site: its address, its paper, and its address as a QR code (see `drawQr`). */
export type PublicPage = { url: string; pdf: string; qr: { side: number; path: string } }

/** The paper, the page for somebody else, and what else can be done with it: `children`. */
export function ShareLine({ page, children }: { page: PublicPage; children?: ReactNode }) {
  const { t } = useLanguage()
  const [said, setSaid] = useState<'copied' | 'not_copied' | null>(null)
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <LinkButton to={page.pdf} icon={FileText} reloadDocument>
        {t('passport.share.pdf')}
      </LinkButton>
      <div className="needs-script">
        <Button type="button" look="quiet" icon={Share2} onClick={() => void share(page.url).then(setSaid)}>
          {t('passport.share.send')}
        </Button>
      </div>
      {children}
      <span role="status" className="text-muted text-sm">
        {said !== null && t(`passport.share.${said}`)}
      </span>
    </div>
  )
}

/** Hands the address to the device, else to its clipboard; says what became of it, null when the device took over. */
async function share(url: string): Promise<'copied' | 'not_copied' | null> {
  try {
    if ('share' in navigator) {
      await navigator.share({ url, title: document.title })
      return null
    }
  } catch (error) {
    // Closed without choosing anybody: that is an answer too.
    if (error instanceof DOMException && error.name === 'AbortError') return null
  }
  try {
    await navigator.clipboard.writeText(url)
    return 'copied'
  } catch {
    return 'not_copied'
  }
}

/** The way from paper, or from another screen, to the page. */
export function QrPanel({ page: { url, qr } }: { page: PublicPage }) {
  const { t } = useLanguage()
  return (
    <figure className="border-line flex items-center gap-4 rounded-lg border p-3 max-lg:hidden print:flex">
      <svg
        viewBox={`0 0 ${qr.side} ${qr.side}`}
        shapeRendering="crispEdges"
        className="size-28 shrink-0 rounded-sm bg-white text-black"
        aria-hidden="true"
      >
        <path d={qr.path} fill="currentColor" />
      </svg>
      <figcaption className="text-muted min-w-0 text-sm">
        {t('passport.share.qr')}
        <span className="hidden break-all print:block">{url}</span>
      </figcaption>
    </figure>
  )
}
