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
