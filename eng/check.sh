#!/usr/bin/env bash
# Everything that must hold before a change is merged: format, build, tests (again under another culture without
# vector instructions), reference cases. Installs what a fresh Debian machine with the .NET SDK and Node lacks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '\n== %s\n' "$*"; }

say 'Tools'
command -v dotnet >/dev/null || { echo 'The .NET 10 SDK is missing: install it and run this again.' >&2; exit 1; }
command -v npm >/dev/null || { echo 'Node.js 20 or newer with npm is missing (Debian: apt-get install nodejs npm).' >&2; exit 1; }
if { ! command -v chromium || ! command -v ogrinfo || ! python3 -c 'import networkx, igraph'; } >/dev/null 2>&1 && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  # The report's tests open it in a real browser and read its layers with GDAL, its networks with networkx and igraph; without these they skip and say so.
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core gdal-bin python3-networkx python3-igraph) >/dev/null 2>&1 \
    || echo 'Chromium, GDAL or the network libraries could not be installed: tests that need them will skip.'
fi

say 'Build'
dotnet build Karkhana.slnx -c Release --nologo -v quiet

say 'Format'
dotnet format Karkhana.slnx --verify-no-changes --no-restore

passed=0 failed=0 skipped=0
run_tests() { # title, then arguments of dotnet test
  say "$1"
  shift
  local log status=0
  log=$(mktemp)
  dotnet test "$@" -c Release --no-build --no-ansi --no-progress >"$log" 2>&1 || status=$?
  cat "$log"
  count() { awk -v word="$1:" '$1 == word { n += $2 } END { print n + 0 }' "$log"; }
  passed=$((passed + $(count succeeded)))
  failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count skipped)))
  rm -f "$log"
  if [ "$status" -ne 0 ]; then
    [ "$failed" -gt 0 ] || failed=1
  fi
}
run_tests 'Tests' --solution Karkhana.slnx
# Both at once: neither hides what the other would show, and the suite is long.
DOTNET_EnableHWIntrinsic=0 run_tests 'Tests under de-DE and without vector instructions' --project tests/Karkhana.Tests --culture de-DE

reference=../shared/reference
if [ -d "$reference" ]; then
  say 'Reference cases'
  lines=$(artifacts/bin/Karkhana.Cli/release/karkhana verify --known --disputed tests/Karkhana.ReferenceTests/disputed.txt "$reference" || true)
  printf '%s\n' "$lines"
  read -r verified _ wrong _ < <(printf '%s\n' "$lines" | tail -n 1 | tr -d ',')
  passed=$((passed + verified))
  failed=$((failed + wrong))
else
  say "Reference cases: skipped, there is no folder $reference"
fi

say 'Summary'
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
