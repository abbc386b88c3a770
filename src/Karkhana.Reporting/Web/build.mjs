// Bundles the script of the report and writes the outline of countries: node build.mjs [folder]
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { feature } from 'topojson-client';

const folder = process.argv[2] ?? '.';

const bundled = await build({
  entryPoints: ['report.mjs'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  charset: 'ascii',
  legalComments: 'none',
  metafile: true,
  write: false,
});
const script = licences(Object.keys(bundled.metafile.inputs)) + bundled.outputFiles[0].text;
if (/<\/script|<!--/i.test(script)) {
  throw new Error('The bundle holds "</script" or "<!--", which would end the script inside a page.');
}

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'));
const countries = feature(atlas, atlas.objects.countries).features
  .filter((country) => country.geometry)
  .map((country) => ({
    type: 'Feature',
    properties: { name: country.properties.name },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons(country.geometry).map((polygon) => polygon.map(rounded).filter((ring) => ring.length > 3)).filter((polygon) => polygon.length > 0),
    },
  }));

writeFileSync(join(folder, 'outline.json'), JSON.stringify({ type: 'FeatureCollection', features: countries }));
writeFileSync(join(folder, 'report.js'), script);

// Reports carry the bundled packages to others, so they carry their licences too; equal texts come once.
function licences(files) {
  const folders = new Set(files.map((file) => /^(.*node_modules\/(@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean));
  const names = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    if (!licence) {
      throw new Error(`${name} has no licence file.`);
    }
    const text = readFileSync(join(folder, licence), 'utf8').replaceAll('\r', '').replaceAll('*/', '* /').trim();
    names.set(text, [...(names.get(text) ?? []), `${name} ${version}`]);
  }
  return [...names].map(([text, packages]) => `/*! ${packages.join(', ')}\n\n${text}\n*/\n`).join('');
}

function polygons(geometry) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

// Three decimals are about a hundred metres, finer than the lines themselves; points that fall together are dropped.
function rounded(ring) {
  const kept = [];
  for (const [x, y] of ring) {
    const point = [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
    const last = kept.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) {
      kept.push(point);
    }
  }
  return kept;
}
