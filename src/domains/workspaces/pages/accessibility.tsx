import { page } from '../../../ui/visit.ts'
import type { Reply } from '../../../ui/visit.ts'

/** What was tried, what is known to be wrong, and what nobody has tried yet. */
export async function showAccessibility(): Promise<Reply> {
  return Promise.resolve(
    page({
      title: 'Accessibility statement',
      body: (
        <>
          <h1>Accessibility statement</h1>
          <p>
            We want everybody who has a personal health budget to be able to use this, and their family too.
          </p>
          <h2>What you can do</h2>
          <ul>
            <li>zoom in to 400% without the text going off the screen</li>
            <li>use every page on a phone that is 320 pixels wide</li>
            <li>do everything with a keyboard alone</li>
            <li>use every page without JavaScript</li>
            <li>
              listen to every page with a screen reader: headings, tables and problems are marked as such
            </li>
            <li>print what you need on paper</li>
          </ul>
          <h2>How it was tested</h2>
          <p>
            Each page is built from the NHS.UK design system and is tested by machine, with axe, against WCAG
            2.2 level AA in a real browser, at the width of a phone and of a desk.
          </p>
          <h2>What we do not know yet</h2>
          <ul>
            <li>Nobody who uses a screen reader every day has tried it yet.</li>
            <li>
              There is no version in easy read, in British Sign Language, or in another language than English.
            </li>
            <li>Tables of money are long on a phone: each row becomes a block of its own.</li>
          </ul>
          <h2>If something does not work for you</h2>
          <p>
            Tell your care coordinator, who can also give you any page on paper, in large print, or read to
            you.
          </p>
        </>
      ),
    }),
  )
}
