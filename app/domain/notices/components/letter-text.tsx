/** The text of a letter as it is sent; addresses of this site in it can be followed. */
export function LetterText({ text, language }: { text: string; language: string }) {
  return (
    <div
      lang={language}
      className="border-line bg-surface max-w-text rounded-lg border p-5 break-words whitespace-pre-wrap"
    >
      {text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
        index % 2 === 1 && !part.includes('…') ? (
          <a key={index} href={part} className="text-accent underline underline-offset-4">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  )
}
