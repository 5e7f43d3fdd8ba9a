import { expect, test } from 'vitest'
import { htmlLines } from './html-lines.ts'

test.each([
  ['<p class="a b" id="c">x</p>', '<p id="c" class="a  b">x</p>'],
  ['<ul>\n  <li>\n    One\n  </li>\n</ul>', '<ul><li>One</li></ul>'],
  ['<p>\n  One\n  <b>two</b>\n</p>', '<p>One <b>two</b></p>'],
  ['<input disabled>', '<input disabled="">'],
  ["<p data-a='\"&#39;&amp;'>&ctdot;</p>", '<p data-a="&quot;\'&amp;">⋯</p>'],
  ['<svg><path d="M0"/></svg>', '<svg><path d="M0"></path></svg>'],
])('%s is the same as %s', (one, other) => expect(htmlLines(one)).toBe(htmlLines(other)))

test.each([
  ['<p>x</p>', '<div>x</div>'],
  ['<p class="a b">x</p>', '<p class="b a">x</p>'],
  ['<p id="c">x</p>', '<p>x</p>'],
  ['<p id="">x</p>', '<p>x</p>'],
  ['<p>x</p>', '<p>X</p>'],
  ['<p>One <b>two</b></p>', '<p>One<b>two</b></p>'],
  ['<span>Error: </span>', '<span>Error:</span>'],
  ['<i>1</i>\n<i>2</i>', '<i>1</i><i>2</i>'],
  ['<p>1</p><p>2</p>', '<p>2</p><p>1</p>'],
  ['<p>1<b>2</b></p>', '<p>1</p><b>2</b>'],
  ['<textarea>a\nb</textarea>', '<textarea>a b</textarea>'],
])('%s differs from %s', (one, other) => expect(htmlLines(one)).not.toBe(htmlLines(other)))

test.each([
  ['<p>', 'not closed'],
  ['<p></b>', '</b> closes <p>'],
  ['</p>', '</p> closes <>'],
  ['<p id=c></p>', 'Cannot be read'],
  ['<p>1 < 2</p>', 'Cannot be read'],
  ['<p>&unknown;</p>', 'Which character is &unknown;'],
])('%s is not guessed at', (html, reason) => expect(() => htmlLines(html)).toThrow(reason))
