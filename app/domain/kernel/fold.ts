/**
 * One search key for a word in Kazakh Cyrillic, Russian and any of the Latin spellings in use, so that Теміртау,
 * Темиртау and Temirtau, or Балқаш, Балхаш, Balqash and Balkhash, meet. The key is for comparing, never for showing.
 *
 * How the letters come together:
 * - Kazakh letters lose what Russian keyboards lack: ә=а, ғ=г, қ=к, ң=н, ө=о, ұ=ү=у, һ=х, і=и (domain.md, Search).
 * - к, қ, х, һ and q, k, kh, h are one key `k`: Russian writes қ now as к (Жезказган), now as х (Балхаш), and Latin
 *   writes х as kh, h or k. `c` alone is k too; sh, ch, zh are read before the single h.
 * - и, і, й, ы and i, ı, y are `i`, so that -ый, -yi, -iy and -y end alike once doubles are dropped.
 * - ж is `zh`, and so are j, ž and the Russian дж (Джезказган); щ is `sh`.
 * - я, ю, ё, э are `ia`, `iu`, `e`, `e`; `ye` at the start of a word and after a vowel is `e` (Yekibastuz, Есіл).
 * - Soft and hard signs and apostrophes vanish, doubled letters become one (Риддер = Rider).
 * - Diacritics vanish, except where they are the letter: ş š = sh, ç č = ch, ž = zh, ý = у (Temirtaý, Latin of 2018).
 */
const single = readTable(
  'а:a ә:a б:b в:v г:g ғ:g д:d е:e ё:e ж:zh з:z и:i й:i і:i к:k қ:k л:l м:m н:n ң:n о:o ө:o п:p р:r с:s т:t',
  'у:u ұ:u ү:u ф:f х:k һ:k ц:ts ч:ch ш:sh щ:sh ъ: ы:i ь: э:e ю:iu я:ia',
  'c:k h:k j:zh q:k w:u x:ks y:i ı:i ß:s ş:sh š:sh ś:sh ç:ch č:ch ć:ch ž:zh ý:u ŋ:n',
  "': ’: ʼ: ʹ: `:",
)

const groups = readTable('sh:sh ch:ch zh:zh kh:k gh:g')

const tokens = new RegExp(`${[...groups.keys()].join('|')}|.`, 'gsu')

/**
 * The folded text: lower-case Latin letters and digits, words parted by one space, no space around it.
 * Text in other scripts is kept as it is; nothing but signs gives the empty string.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(^|[^\p{L}]|[aeiouy])ye/gu, '$1e')
    .replace(tokens, foldToken)
    .replace(/sh(?:ch)+/g, 'sh')
    .replace(/d+zh/g, 'zh')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function foldToken(token: string): string {
  const known = groups.get(token) ?? single.get(token)
  if (known !== undefined) return known
  const bare = token.normalize('NFKD').replace(/\p{M}/gu, '')
  return single.get(bare) ?? bare
}

/** `letters:key` pairs; an empty key drops the letter. */
function readTable(...rows: string[]): ReadonlyMap<string, string> {
  const pairs = rows.flatMap((row) => row.split(' ')).map((pair) => pair.split(':'))
  return new Map(pairs.map(([letters = '', key = '']) => [letters, key]))
}
