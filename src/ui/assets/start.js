import { initAll } from './nhsuk-frontend.js'

initAll()

// While long work is under way the page looks again; without this script a meta refresh does the same.
const refresh = document.querySelector('[data-refresh-after]')
if (refresh) setTimeout(() => location.reload(), Number(refresh.dataset.refreshAfter) * 1000)

// A second click sends nothing twice: the server knows the key, and this saves the wait.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = 'yes'
  setTimeout(() => delete form.dataset.sent, 5000)
})

for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => window.print())
}

// A key that a page names for something does it, unless somebody is typing or holds another key.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest('a, button, summary, textarea, select, input:not([type=radio], [type=checkbox])'))
    return
  const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
  if (!named) return
  event.preventDefault()
  named.focus()
  named.click()
})
