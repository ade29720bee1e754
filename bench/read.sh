#!/usr/bin/env bash
# How fast package extract/pdf reads, against two well-known tools.
#
#   bench/read.sh [REPORT.pdf [RUNS]]
#
# A file of 600 or more pages is made by repeating REPORT (a fixture if none is
# given), once as it is and once with --object-streams=generate. Then this
# reader (all geometry: glyphs, rules, fills, images), mutool draw -F stext and
# pdftotext -bbox read both files in turn, RUNS times (5). Each one's best time
# counts: what disturbs a run only ever makes it slower.
#
# Wanted: at least as fast as mutool, 1.5 times as fast as pdftotext, the two
# files within 20 % of each other, and memory that does not grow with the pages.
# Needs go, qpdf, mutool (mupdf-tools) and pdftotext (poppler-utils).
set -euo pipefail
cd "$(dirname "$0")/.."
report=${1:-fixtures/sources/yunxi_2021.pdf}
runs=${2:-5}
for tool in go qpdf mutool pdftotext; do
  command -v "$tool" >/dev/null || { echo "bench/read.sh: $tool is not on PATH" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

go build -o "$work/pages" bench/pages.go

# repeat PAGES FILE writes the report over and over, to that many pages or more.
repeat() {
  local own copies
  own=$(qpdf --show-npages "$report")
  copies=$(( ($1 + own - 1) / own ))
  # shellcheck disable=SC2046
  qpdf --warning-exit-0 --empty --pages $(for _ in $(seq "$copies"); do printf '%s ' "$report"; done) -- \
    --object-streams=disable "$2"
}
repeat 600 "$work/plain.pdf"
repeat 1800 "$work/long.pdf"
qpdf --warning-exit-0 --object-streams=generate "$work/plain.pdf" "$work/packed.pdf"
pages=$(qpdf --show-npages "$work/plain.pdf")

# run TOOL FILE runs one reader; its output goes nowhere.
run() {
  case $1 in
    nianbao) "$work/pages" "$2" ;;
    mutool) mutool draw -q -F stext -o /dev/null "$2" ;;
    pdftotext) pdftotext -bbox "$2" /dev/null ;;
  esac >/dev/null 2>&1
}

declare -A best
for _ in $(seq "$runs"); do
  for file in plain packed; do
    for tool in nianbao mutool pdftotext; do
      start=$(date +%s%N)
      run "$tool" "$work/$file.pdf"
      took=$(( $(date +%s%N) - start ))
      key=$tool-$file
      if [[ -z ${best[$key]:-} || $took -lt ${best[$key]} ]]; then best[$key]=$took; fi
    done
  done
done

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
echo "$report, $pages pages, best of $runs runs"
for file in plain packed; do
  for tool in nianbao mutool pdftotext; do
    printf '%-7s %-10s %6.0f pages/s\n' "$file" "$tool" "$(ratio "$((pages * 1000000000))" "${best[$tool-$file]}")"
  done
  echo "$file: $(ratio "${best[mutool-$file]}" "${best[nianbao-$file]}") x mutool (want 1.00)," \
    "$(ratio "${best[pdftotext-$file]}" "${best[nianbao-$file]}") x pdftotext (want 1.50)"
done
echo "plain / packed: $(ratio "${best[nianbao-plain]}" "${best[nianbao-packed]}") (want 0.80 to 1.20)"
for file in plain packed long; do echo "$file: $("$work/pages" "$work/$file.pdf")"; done
