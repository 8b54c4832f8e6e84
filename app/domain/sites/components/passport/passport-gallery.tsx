import { chooseText } from '#app/domain/kernel/localized'
import type { PublicPhoto } from '#app/domain/sites/public-site'
import { useLanguage } from '#app/platform/i18n/use-language'

const onFirst = 3

/** The first photograph large, the next two beside it, the others in a row below; each opens in full. */
export function PassportGallery({ photos }: { photos: PublicPhoto[] }) {
  const { t } = useLanguage()
  const [first, ...others] = photos
  if (first === undefined) {
    return <p className="bg-sunken text-muted rounded-lg px-4 py-10 text-center">{t('passport.no_photos')}</p>
  }
  const beside = others.slice(0, onFirst - 1)
  const below = others.slice(onFirst - 1)
  return (
    <section aria-label={t('passport.photos')} className="flex flex-col gap-2">
      <div className={`grid gap-2 ${beside.length > 0 ? 'grid-cols-2 sm:grid-cols-[2fr_1fr]' : ''}`}>
        <Photo
          photo={first}
          number={1}
          sizes="(min-width: 64rem) 480px, 100vw"
          className={`aspect-[16/10] ${beside.length > 0 ? 'col-span-2 sm:col-span-1 sm:row-span-2 sm:aspect-auto sm:h-full' : ''}`}
          isEager
        />
        {beside.map((photo, index) => (
          <Photo
            key={photo.fileId}
            photo={photo}
            number={index + 2}
            sizes="(min-width: 64rem) 240px, 50vw"
            className={`aspect-[16/10] ${beside.length === 1 ? 'col-span-2 sm:col-span-1 sm:row-span-2 sm:aspect-auto sm:h-full' : ''}`}
          />
        ))}
      </div>
      {below.length > 0 && (
        <div className="grid grid-cols-3 gap-2 sm:grid-cols-5">
          {below.map((photo, index) => (
            <Photo
              key={photo.fileId}
              photo={photo}
              number={onFirst + index + 1}
              sizes="160px"
              className="aspect-[4/3]"
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** `number` is its place in the gallery: what it is called when nobody has said what it shows. */
type PhotoProps = { photo: PublicPhoto; number: number; sizes: string; className: string; isEager?: boolean }

function Photo({ photo, number, sizes, className, isEager = false }: PhotoProps) {
  const { t, lang, format } = useLanguage()
  const alt = chooseText(photo.alt, lang)
  const address = (width: number) => `/files/${photo.fileId}/${width}`
  const widest = photo.widths[photo.widths.length - 1] ?? photo.width
  return (
    <a href={address(widest)} className={`bg-sunken block overflow-hidden rounded-md ${className}`}>
      <img
        src={address(photo.widths[0] ?? widest)}
        srcSet={photo.widths.map((width) => `${address(width)} ${width}w`).join(', ')}
        sizes={sizes}
        width={photo.width}
        height={photo.height}
        alt={alt.text || t('passport.photo', { number: format.number(number) })}
        lang={alt.language === lang ? undefined : alt.language}
        loading={isEager ? 'eager' : 'lazy'}
        decoding="async"
        className="h-full w-full object-cover"
      />
    </a>
  )
}
