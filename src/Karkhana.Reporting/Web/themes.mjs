// The looks of the figures. The specifications name styles ("estimate", "band-global"); colours are chosen here.
// The classes are those of Okabe and Ito, which readers with any colour vision can tell apart.
const font = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

function theme({ ink, quiet, grid, paper, land, coast, missing, classes }) {
  const text = { font, fontSize: 12, fill: ink };
  return {
    background: null,
    font,
    padding: { left: 2, right: 14, top: 6, bottom: 2 },
    view: { stroke: null },
    axis: {
      labelColor: ink, titleColor: ink, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 600,
      gridColor: grid, domainColor: quiet, tickColor: quiet, labelPadding: 4, titlePadding: 8, labelFlush: false,
    },
    axisQuantitative: { tickCount: 7 },
    axisY: { domain: false, ticks: false },
    scale: { invalid: { color: { value: missing } } },
    legend: {
      labelColor: ink, titleColor: ink, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 600,
      orient: 'bottom', symbolStrokeColor: quiet, symbolStrokeWidth: 1, symbolBaseFillColor: quiet, columnPadding: 16, labelLimit: 260,
    },
    title: { color: quiet, fontSize: 11, fontWeight: 600, anchor: 'end', offset: 6 },
    text,
    range: { category: classes },
    mark: { color: classes[0] },
    style: {
      estimate: { color: classes[0], strokeWidth: 2.25 },
      dot: { color: classes[0], stroke: paper, strokeWidth: 1, opacity: 1 },
      interval: { color: classes[0], strokeWidth: 1.75 },
      'error-bar': { color: ink, strokeWidth: 1.25 },
      bars: { color: classes[0], opacity: 0.85 },
      'band-global': { color: quiet, opacity: 0.18 },
      limit: { color: quiet, strokeWidth: 1.25, strokeDash: [3, 3] },
      marker: { color: quiet, strokeWidth: 1 },
      'marker-text': { fill: quiet, fontSize: 11, align: 'left', dx: 4, baseline: 'top' },
      benchmark: { color: ink, strokeWidth: 1.25, strokeDash: [5, 4] },
      zero: { color: ink, strokeWidth: 1.25, strokeDash: [5, 4] },
      edge: { color: quiet, strokeWidth: 0.8, opacity: 0.5 },
      node: { stroke: paper, strokeWidth: 1, opacity: 0.95 },
      outline: { color: land, stroke: coast, strokeWidth: 1 },
      region: { stroke: coast, strokeWidth: 0.6, opacity: 0.85 },
      place: { stroke: paper, strokeWidth: 0.6, opacity: 0.8 },
      cell: { stroke: paper, strokeWidth: 2 },
    },
  };
}

export const light = theme({
  ink: '#1f2430', quiet: '#667085', grid: '#e6e8ec', paper: '#ffffff', land: '#f1efe9', coast: '#a8a294', missing: '#d5d9e0',
  classes: ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#cc79a7', '#56b4e9', '#8a8a8a'],
});

export const dark = theme({
  ink: '#e8eaef', quiet: '#9aa3b2', grid: '#333a46', paper: '#161a21', land: '#262c36', coast: '#5d6675', missing: '#b9bfc9',
  classes: ['#56b4e9', '#e69f00', '#2fc79a', '#f0803c', '#e39cc2', '#4f8fd6', '#a8a8a8'],
});
