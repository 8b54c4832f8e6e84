import type { ShownPhoto } from '#app/domain/sites/passport/model'
import type { Said } from '#app/domain/sites/passport/said'
import { isLanguage, type Language } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Photo, photoAddress } from '#app/ui/photo'

const onFirst = 3

/** The first photograph large, the next two beside it, the others in a row below; each opens in full. `hidden`: how many more the reader may not see. */
export function PassportGallery({ photos, hidden }: { photos: readonly ShownPhoto[]; hidden: number }) {
  const { t } = useLanguage()
  const [first, ...others] = photos
  if (first === undefined) {
    return (
      <p className="bg-sunken text-muted rounded-lg px-4 py-10 text-center">
        {hidden > 0 ? t('passport.papers.hidden_photos', { count: hidden }) : t('passport.no_photos')}
      </p>
    )
  }
  const beside = others.slice(0, onFirst - 1)
  const below = others.slice(onFirst - 1)
  const besideLarge = 'col-span-2 sm:col-span-1 sm:row-span-2 sm:aspect-auto sm:h-full'
  return (
    <section aria-label={t('passport.photos')} className="flex flex-col gap-2">
      <div className={`grid gap-2 ${beside.length > 0 ? 'grid-cols-2 sm:grid-cols-[2fr_1fr]' : ''}`}>
        <Shown
          photo={first}
          sizes="(min-width: 64rem) 480px, 100vw"
          className={`aspect-[16/10] ${beside.length > 0 ? besideLarge : ''}`}
          isEager
        />
        {beside.map((photo) => (
          <Shown
            key={photo.fileId}
            photo={photo}
            sizes="(min-width: 64rem) 240px, 50vw"
            className={`aspect-[16/10] ${beside.length === 1 ? besideLarge : ''}`}
          />
        ))}
      </div>
      {below.length > 0 && (
        <div className="grid grid-cols-3 gap-2 sm:grid-cols-5">
          {below.map((photo) => (
            <Shown key={photo.fileId} photo={photo} sizes="160px" className="aspect-[4/3]" />
          ))}
        </div>
      )}
      {hidden > 0 && <p className="text-muted text-sm">{t('passport.papers.hidden_photos', { count: hidden })}</p>}
    </section>
  )
}

type ShownProps = { photo: ShownPhoto; sizes: string; className: string; isEager?: boolean }

function Shown({ photo, sizes, className, isEager }: ShownProps) {
  const { lang } = useLanguage()
  const widest = photo.widths.at(-1) ?? photo.width
  return (
    <a href={photoAddress(photo, widest)} className={`bg-sunken block overflow-hidden rounded-md ${className}`}>
      <Photo photo={photo} alt={altOf(photo.alt, lang)} sizes={sizes} isEager={isEager} className="h-full w-full" />
    </a>
  )
}

function altOf(alt: Said, pageLanguage: Language): { text: string; language: Language } {
  const piece = typeof alt === 'string' ? alt : (alt[0] ?? '')
  if (typeof piece === 'string') return { text: piece, language: pageLanguage }
  return { text: piece.text, language: isLanguage(piece.lang) ? piece.lang : pageLanguage }
}
