import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: true });

/** Which lines belong to code blocks, fenced or indented. */
function codeLines(markdown: string): Set<number> {
  const lines = new Set<number>();
  for (const { type, map } of parser.parse(markdown, {})) {
    if ((type !== 'fence' && type !== 'code_block') || !map) continue;
    for (let line = map[0]; line < map[1]; line += 1) lines.add(line);
  }
  return lines;
}

/** A run of backticks, and the paragraph that it is in: a code span never leaves its paragraph. */
interface Run {
  start: number;
  end: number;
  paragraph: number;
}

function backtickRuns(text: string): Run[] {
  const runs: Run[] = [];
  let paragraph = 0;
  for (const match of text.matchAll(/`+|\n[ \t]*(?=\n)/g)) {
    if (match[0].startsWith('`')) {
      runs.push({ start: match.index, end: match.index + match[0].length, paragraph });
    } else {
      paragraph += 1;
    }
  }
  return runs;
}

/** For each run the next one of the same length in the same paragraph, which would end its span. */
function closingRuns(runs: Run[]): (Run | undefined)[] {
  const next = new Map<number, Run>();
  return runs
    .toReversed()
    .map((run) => {
      const length = run.end - run.start;
      const closing = next.get(length);
      next.set(length, run);
      return closing?.paragraph === run.paragraph ? closing : undefined;
    })
    .toReversed();
}

/** Changes a text outside of its code spans, which lie between equal runs of backticks. */
function mapOutsideSpans(text: string, change: (prose: string) => string): string {
  const runs = backtickRuns(text);
  const closing = closingRuns(runs);
  let result = '';
  let done = 0;
  runs.forEach((run, at) => {
    const end = closing[at]?.end;
    if (run.start < done || end === undefined) return;
    result += change(text.slice(done, run.start)) + text.slice(run.start, end);
    done = end;
  });
  return result + change(text.slice(done));
}

/**
 * Changes a Markdown text and leaves its code as it is: an example of a template is no template.
 * @param change gets each stretch of text between two pieces of code
 */
export function mapProse(markdown: string, change: (prose: string) => string): string {
  const code = codeLines(markdown);
  const lines = markdown.split('\n');
  const parts: string[] = [];
  let start = 0;
  while (start < lines.length) {
    const isCode = code.has(start);
    let end = start;
    while (end < lines.length && code.has(end) === isCode) end += 1;
    const text = lines.slice(start, end).join('\n');
    parts.push(isCode ? text : mapOutsideSpans(text, change));
    start = end;
  }
  return parts.join('\n');
}
