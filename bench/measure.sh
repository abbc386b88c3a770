#!/usr/bin/env bash
# Times the commands that the first release promises, with the environment; prints Markdown. Needs GNU time.
# Usage: bench/measure.sh [folder with melbourne_clue_2021.csv]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
karkhana=$PWD/artifacts/bin/Karkhana.Cli/release/karkhana
[ -x "$karkhana" ] || { echo 'Build first: dotnet build -c Release' >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

timed() { # name, target, then the command; the second of two runs counts
  local name=$1 target=$2
  shift 2
  "$@" >/dev/null 2>&1 || true
  /usr/bin/time -f '%e %M' -o "$work/time" "$@" >/dev/null 2>&1
  read -r seconds kilobytes <"$work/time"
  printf '| %s | %s s | %d MB | %s |\n' "$name" "$seconds" $((kilobytes / 1024)) "$target"
}

printf 'Environment: %s, %s processors, %s MB, .NET SDK %s, commit %s, %s\n\n' \
  "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" \
  "$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)" "$(dotnet --version)" "$(git rev-parse --short HEAD)" "$(date -u +%F)"
printf '| what | time | memory | target |\n|---|---|---|---|\n'
timed '`karkhana --help`' 'under 0.15 s' "$karkhana" --help

mkdir "$work/million"
awk 'BEGIN { srand(1); print "firm_id,lat,lon,trade,workers,town"
  for (i = 0; i < 1000000; i++) { c = i % 200
    printf "E%d,%.5f,%.5f,T%d,%d,town%d\n", i, 31 + (c % 20) * 0.1 + rand() * 0.05, 72 + int(c / 20) * 0.2 + rand() * 0.05, i % 37, 1 + i % 50, c } }' >"$work/million/firms.csv"
printf '[study]\nname = "million"\ntitle = "A million establishments"\nseed = 1\n\n[firms]\nfile = "firms.csv"\nid = "firm_id"\nlatitude = "lat"\nlongitude = "lon"\nindustry = "trade"\nemployment = "workers"\nplace = "town"\n' >"$work/million/study.toml"
timed '`validate`, register of 1,000,000 rows (CSV)' 'under 5 s, 1 GB' "$karkhana" validate "$work/million"
timed '`diagnose studies/punjab-farm-equipment`' 'under 10 s, 1 GB' "$karkhana" diagnose studies/punjab-farm-equipment --out "$work/punjab"

melbourne=${1:-../shared/data}/melbourne_clue_2021.csv
if [ -f "$melbourne" ]; then
  mkdir "$work/melbourne"
  cp "$melbourne" "$work/melbourne/firms.csv"
  printf '[study]\nname = "melbourne"\ntitle = "City of Melbourne, establishments 2021"\nseed = 2021\n\n[firms]\nfile = "firms.csv"\nid = "id"\nlatitude = "lat"\nlongitude = "lon"\nindustry = "anzsic"\nplace = "area"\n' >"$work/melbourne/study.toml"
  timed '`diagnose`, Melbourne, 14,513 establishments, all industries, 199 draws each' 'under 60 s' "$karkhana" diagnose "$work/melbourne" --replicates 199 --out "$work/results"
else
  echo "Melbourne: skipped, there is no $melbourne"
fi
