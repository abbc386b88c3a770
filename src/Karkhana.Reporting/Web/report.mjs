// Draws the figures of a report in the colours that the reader's screen asks for. Runs without eval and without a network.
import embed from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import { dark, light } from './themes.mjs';

const scheme = window.matchMedia('(prefers-color-scheme: dark)');
const drawn = new Map();

function draw() {
  const name = scheme.matches ? 'dark' : 'light';
  for (const holder of document.querySelectorAll('[data-figure]')) {
    const spec = JSON.parse(document.getElementById(holder.dataset.figure).textContent);
    holder.dataset.theme = name;
    drawn.get(holder)?.finalize();
    embed(holder, spec, {
      mode: 'vega-lite',
      actions: false,
      ast: true,
      expr: expressionInterpreter,
      renderer: holder.dataset.renderer,
      config: name === 'dark' ? dark : light,
    }).then(
      (result) => {
        drawn.set(holder, result);
        holder.dataset.drawn = 'yes';
      },
      (error) => {
        holder.dataset.drawn = 'no';
        holder.textContent = String(error);
      });
  }
}

draw();
scheme.addEventListener('change', draw);
