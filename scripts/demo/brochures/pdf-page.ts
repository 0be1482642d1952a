/** A line of text on a page; sizes and positions in points (1/72 inch), from the bottom left. */
export interface TextLine {
  text: string;
  x: number;
  y: number;
  size: number;
  bold?: boolean;
}

/** A4 in points. */
export const PAGE = { width: 595, height: 842 };

/**
 * What the standard fonts of PDF call WinAnsi beyond Latin-1; enough for English and French.
 * Source: ISO 32000-1, annex D.2.
 */
const WIN_ANSI: Record<string, number> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  œ: 0x9c,
};

/** A PDF string in hexadecimal notation, which needs no escapes. */
function encode(text: string): string {
  const bytes = Array.from(text, (character) => {
    const code = WIN_ANSI[character] ?? character.codePointAt(0) ?? 0;
    if (code > 0xff) throw new Error(`The standard fonts of PDF have no "${character}".`);
    return code;
  });
  return `<${Buffer.from(bytes).toString('hex')}>`;
}

function drawLine({ text, x, y, size, bold }: TextLine): string {
  return `BT /${bold ? 'B' : 'R'} ${size} Tf ${x} ${y.toFixed(1)} Td ${encode(text)} Tj ET`;
}

/**
 * Writes a PDF of one page with text in the standard font Helvetica, below a coloured band.
 * @param band red, green and blue of the band at the top, each from 0 to 1
 */
export function writePdf(title: string, lines: TextLine[], band: [number, number, number]): Buffer {
  const drawing = [
    `${band.join(' ')} rg 0 ${PAGE.height - 28} ${PAGE.width} 28 re f`,
    '0.1 0.1 0.15 rg',
    ...lines.map(drawLine),
  ].join('\n');
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${encode(title)} /Producer ${encode('Larkspan Academy')} >>`,
  ];
  return assemble(objects);
}

/** Joins numbered objects to a file with its cross-reference table; the last one is the title. */
function assemble(objects: string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\n`;
  file += `startxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
