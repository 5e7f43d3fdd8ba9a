import type { PageContent } from './visit.ts'

/** The pages for when there is no page: in plain words, with what to do, and the number that finds it in our log. */
export function problemPage(status: number, requestId: string): PageContent {
  const { title, words } = texts[status] ?? texts[500] ?? { title: 'Sorry', words: [] }
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p class="cp-quiet">If you tell somebody about this, this number helps them: {requestId}</p>
      </>
    ),
  }
}

const texts: Record<number, { title: string; words: string[] }> = {
  403: {
    title: 'You cannot do this here',
    words: [
      'What you asked for is not part of what you may do, or this page was open for too long.',
      'Go back, load the page again and try once more. If it stays so, ask your care coordinator or your administrator.',
    ],
  },
  404: {
    title: 'Page not found',
    words: [
      'There is no such page, or it is not one that you can see.',
      'Check the address, or go back to the first page.',
    ],
  },
  413: {
    title: 'That is too large',
    words: ['What you sent is larger than we can take. Nothing was kept of it.'],
  },
  422: {
    title: 'We could not use that',
    words: [
      'The page sent something that we could not read. Nothing was changed.',
      'Go back, load the page again and try once more.',
    ],
  },
  500: {
    title: 'Sorry, something went wrong',
    words: [
      'It is our fault, not yours. Nothing was half done: either all of what you did is saved, or none of it.',
      'Try again in a few minutes.',
    ],
  },
  503: {
    title: 'Sorry, we are not there at the moment',
    words: [
      'We cannot reach our records just now. Nothing that you saved is lost.',
      'Try again in a few minutes.',
    ],
  },
}
