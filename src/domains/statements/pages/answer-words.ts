import type { AnswerRefusal } from '../answers.ts'

export const answerWords: Record<AnswerRefusal, string> = {
  'no-such-question': 'This is answered already',
  'no-such-line': 'This account holds no money for that. Choose another line',
  'does-not-add-up': 'The parts must add up to the payment, each on a line of its own',
  'money-in-is-not-spent': 'This is money that came in. Choose what it was',
  'money-out-is-not-received': 'This is money that went out. Choose what it was for',
  'nothing-like-it': 'Nothing of exactly this amount is set aside any more',
  'nobody-to-give-it-to': 'There is no budget here that somebody pays',
}
