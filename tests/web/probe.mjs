// tests/web/probe.mjs — what is looked for on a page as it stands: nothing beside the screen, nothing clipped, targets large enough, no raw text, no word cut in two. Never: a test.

export const probe = page => page.evaluate(() => {
  const found = [], wide = document.documentElement.clientWidth;
  const shown = one => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1 && getComputedStyle(one).visibility !== 'hidden' && !one.closest('.aside'); };
  const name = one => one.tagName + '.' + (one.getAttribute('class') || '') + ' "' + (one.textContent || '').trim().slice(0, 40) + '"';
  if (document.documentElement.scrollWidth > wide) found.push('the page is wider than the screen: ' + document.documentElement.scrollWidth);
  document.querySelectorAll('#page *').forEach(one => {
    const box = one.getBoundingClientRect();
    if (shown(one) && !one.closest('.scroll') && !one.closest('.skip') && (box.right > wide + 1 || box.left < -1)) found.push('out of the screen: ' + name(one));
    if (shown(one) && /^(P|SPAN|SMALL|B|H1|H2|H3|H4|DD|DT|LI)$/.test(one.tagName) && getComputedStyle(one).overflow === 'visible' && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display === 'block' && !one.closest('.scroll')) found.push('clipped: ' + name(one));
  });
  document.querySelectorAll('button, summary, .choice, .field input, .field textarea').forEach(one => {
    const box = one.getBoundingClientRect();
    if (shown(one) && (box.height < 43.5 || box.width < 43.5)) found.push('small target ' + Math.round(box.width) + '×' + Math.round(box.height) + ': ' + name(one));
  });
  document.querySelectorAll('.number .name').forEach(one => { if (!one.textContent.trim()) found.push('a number without a name'); });
  document.querySelectorAll('#page').forEach(one => { if (/\{\w+\}|undefined|NaN|\[object/.test(one.innerText)) found.push('raw text: ' + /.{0,30}(\{\w+\}|undefined|NaN|\[object).{0,30}/.exec(one.innerText)[0]); });
  return [...new Set(found)].slice(0, 8);
});

// Words of headings and tabs that a line cuts in two: none does in a language somebody speaks.
export const cutWords = page => page.evaluate(() => {
  const found = [], range = document.createRange();
  document.querySelectorAll('#page h1, #page h2, #page .phase b, #page .tabs span, #page .number .name').forEach(one => {
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) for (const word of text.data.matchAll(/[^\s-]+-?/g)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter(box => box.width > 0.5).map(box => Math.round(box.top)));
      if (lines.size > 1) found.push('cut in two: ' + word[0]);
    }
  });
  return found.slice(0, 4);
});
