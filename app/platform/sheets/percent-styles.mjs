/** Formats that a workbook need not define: 0% and 0.00%. */
const BUILT_IN = ['9', '10']

/** Numbers of the cell styles that show a number as a percentage, from the XML of the table of formats. */
export function percentStyles(xml) {
  const formats = new Set(BUILT_IN)
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    if (showsPercent(attribute(tag, 'formatCode'))) formats.add(attribute(tag, 'numFmtId'))
  }
  const cells = /<((?:\w+:)?)cellXfs[\s>][\s\S]*?<\/\1cellXfs>/.exec(xml)?.[0] ?? ''
  const styles = [...cells.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)]
  return new Set(styles.flatMap(([tag], index) => (formats.has(attribute(tag, 'numFmtId')) ? [String(index)] : [])))
}

/** A percent sign that is quoted is only a letter. */
function showsPercent(format) {
  return format.replace(/&quot;.*?&quot;|"[^"]*"|\\./g, '').includes('%')
}

function attribute(tag, name) {
  const text = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return text?.[1] ?? text?.[2] ?? ''
}
