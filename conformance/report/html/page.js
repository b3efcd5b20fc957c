// Filters, links and copying, where scripts run; all else of the page does without.

const form = document.querySelector('#filters');
const told = form.querySelector('output');
const boxes = [...form.querySelectorAll('[type=checkbox]')];
const rows = [...document.querySelectorAll('tr[data-of]')];
const all = (of) => document.querySelectorAll(of);
const lower = (element) => element.textContent.toLowerCase();

/** What can be searched for: each case with what is told of its failure, and each rule. */
const texts = new Map(rows.map((row) => [row.dataset.of, lower(row)]));
for (const one of all('.failure'))
  texts.set(one.dataset.of, `${texts.get(one.dataset.of)} ${lower(one)}`);
const rules = [...all('.rule')].map((row) => ({
  row,
  text: lower(row.querySelector('th')),
  cells: [...row.querySelectorAll('.cells a')],
}));
const uncited = [...all('.uncited li')].map((item) => ({ item, text: lower(item) }));

/** The state of the filters, as it stands behind # in the address; nothing where all is shown. */
function state() {
  const given = new URLSearchParams();
  for (const name of new Set(boxes.map((box) => box.name))) {
    const own = boxes.filter((box) => box.name === name);
    const wanted = own.filter((box) => box.checked).map((box) => box.value);
    if (wanted.length < own.length) given.set(name, wanted.join(','));
  }
  for (const name of ['level', 'strength', 'text']) {
    const value = form.elements[name].value;
    if (value !== '') given.set(name, value);
  }
  return given;
}

function restore() {
  const hash = location.hash.slice(1);
  const given = new URLSearchParams(hash.includes('=') ? hash : `at=${hash}`);
  for (const box of boxes) {
    const wanted = given.get(box.name);
    box.checked = wanted === null || wanted.split(',').includes(box.value);
  }
  for (const name of ['level', 'strength', 'text'])
    form.elements[name].value = given.get(name) ?? '';
  filter();
  reveal(given.get('at') ?? '');
}

function filter() {
  const given = state();
  const text = (given.get('text') ?? '').toLowerCase();
  const is = (name, value) => given.get(name)?.split(',').includes(value) ?? true;
  // What is as wanted but for the text.
  const fit = new Set();
  const shown = new Set();
  for (const { dataset } of rows) {
    const isWithin = dataset.level <= (given.get('level') ?? dataset.level);
    if (!isWithin || !is('strength', dataset.strength)) continue;
    if (!is('verdict', dataset.verdict) || !is('vendor', dataset.vendor)) continue;
    fit.add(dataset.of);
    if (texts.get(dataset.of).includes(text)) shown.add(dataset.of);
  }
  for (const one of all('[data-of]')) one.hidden = !shown.has(one.dataset.of);
  for (const { row, text: words, cells } of rules) {
    // One that is searched for by its words is shown with all its cases.
    const wanted = words.includes(text) ? fit : shown;
    for (const cell of cells) cell.hidden = !wanted.has(cell.dataset.of);
    row.hidden = cells.every((cell) => cell.hidden);
  }
  for (const { item, text: words } of uncited)
    item.hidden = !words.includes(text) || !is('verdict', 'skip');
  // The inner ones first, as the outer ones have nothing to show without them.
  for (const one of [...all('.others, .group, .matrix tbody, .matrix, .uncited')].reverse())
    one.hidden = !one.querySelector('[data-of]:not([hidden]), .rules > li:not([hidden])');
  for (const one of all('.basis')) one.hidden = one.parentElement.hidden;
  for (const one of all('.matrix'))
    for (const cell of one.querySelectorAll('.cells a')) cell.tabIndex = -1;
  for (const one of all('.matrix')) (cellsOf(one)[0] ?? {}).tabIndex = 0;
  told.textContent = `${shown.size} of ${rows.length} cases shown`;
}

/** Opens what something is in, and goes there, though it be filtered away. */
function reveal(id) {
  const found = document.getElementById(id);
  if (!found) return;
  for (let one = found; one; one = one.parentElement) {
    one.hidden = false;
    if (one instanceof HTMLDetailsElement) one.open = true;
  }
  found.scrollIntoView();
  (found.querySelector(':scope > summary, :scope > h2') ?? found).focus({ preventScroll: true });
}

/** Puts the state into the address. */
function note(given, how) {
  const hash = given.toString();
  history[how](null, '', hash === '' ? location.href.split('#')[0] : `#${hash}`);
}

function cellsOf(table) {
  return [...table.querySelectorAll('.cells a')].filter((cell) => !cell.closest('[hidden]'));
}

/** The place to which a key leads from a cell, among all of a table; one line up or down is the rule before or behind. */
function towards(key, cell, cells) {
  const at = cells.indexOf(cell);
  const rule = cell.closest('tr');
  if (key === 'ArrowRight') return at + 1;
  if (key === 'ArrowLeft') return at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return cells.length - 1;
  if (key === 'ArrowDown') return cells.findIndex((one, i) => i > at && !rule.contains(one));
  if (key !== 'ArrowUp') return -1;
  const before = cells.findLast((one, i) => i < at && !rule.contains(one))?.closest('tr');
  return cells.findIndex((one) => before?.contains(one));
}

form.addEventListener('input', () => {
  filter();
  note(state(), 'replaceState');
});
form.addEventListener('submit', (event) => event.preventDefault());
form.querySelector('button').addEventListener('click', () => {
  note(new URLSearchParams(), 'replaceState');
  restore();
});
addEventListener('hashchange', restore);
addEventListener('popstate', restore);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const given = state();
  const at = link.getAttribute('href').slice(1);
  if (given.size === 0) history.pushState(null, '', `#${at}`);
  else {
    given.set('at', at);
    note(given, 'pushState');
  }
  reveal(at);
});
document.addEventListener('keydown', (event) => {
  const cell = event.target.closest('.cells a');
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const cells = cellsOf(cell.closest('.matrix'));
  const next = cells[towards(event.key, cell, cells)];
  if (!next) return;
  event.preventDefault();
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});

for (const cell of all('.cells a')) cell.title = cell.textContent;
for (const command of all('.rerun')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(command.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(command);
      button.textContent = 'Selected';
    }
  });
  command.after(button);
}

form.hidden = false;
restore();
