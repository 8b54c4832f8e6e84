/** In the order of their codes, so that keys sort like texts; position 0 stands for "no letter". */
const letters = ' -0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** 38^10 is the last power below 2^53. */
const longest = 10

/** The first ten letters of a site's number as one number that sorts alike; what is no capital or digit ends it. */
export function toNumberKey(number: string): number {
  let key = 0
  let hasEnded = false
  for (let index = 0; index < longest; index++) {
    const letter = index < number.length ? letters.indexOf(number.charAt(index)) : 0
    hasEnded ||= letter <= 0
    key = key * letters.length + (hasEnded ? 0 : letter)
  }
  return key
}

/** The text of a key. */
export function fromNumberKey(key: number): string {
  let text = ''
  for (let rest = key; rest > 0; rest = Math.floor(rest / letters.length)) {
    const letter = rest % letters.length
    if (letter > 0) text = letters.charAt(letter) + text
  }
  return text
}
