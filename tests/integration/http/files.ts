import sharp from 'sharp';

/** A file as a browser sends it. */
export interface SentFile {
  name: string;
  bytes: Buffer;
  /** What the browser says it is; by its name where nothing is given. */
  contentType?: string;
}

const PICTURE = sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } });

const picture = (format: 'jpeg' | 'png' | 'gif' | 'webp' | 'avif') =>
  PICTURE.clone().toFormat(format).toBuffer();

/** The smallest document that viewers open. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
    'trailer<</Root 1 0 R>>\n%%EOF\n',
);

const SCRIPT = '<script>alert(document.domain)</script>';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;
/** The directory of an archive without files, which is a whole archive. */
const ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

/** A picture that was taken with a phone, which notes where. */
export async function photograph(): Promise<SentFile> {
  const bytes = await PICTURE.clone()
    .withExif({ IFD0: { Copyright: 'EXIF-CANARY' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
  return { name: 'photo.JPG', bytes };
}

/** A picture of each type. */
export async function pictures(): Promise<SentFile[]> {
  return [
    await photograph(),
    { name: 'plan.png', bytes: await picture('png') },
    { name: 'wave.gif', bytes: await picture('gif') },
    { name: 'room.webp', bytes: await picture('webp') },
    { name: 'class.avif', bytes: await picture('avif') },
  ];
}

/** Claims to be a picture of 60,000 by 60,000 pixels, in 70 bytes. */
async function hugePicture(): Promise<Buffer> {
  const png = await picture('png');
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  return png;
}

/** Files that are not what they say, or more than that. */
export async function hostileFiles(): Promise<SentFile[]> {
  const png = await picture('png');
  const jpeg = await picture('jpeg');
  const gif = await picture('gif');
  return [
    { name: 'page.html', bytes: Buffer.from(`<!doctype html>${SCRIPT}`) },
    { name: 'drawing.svg', bytes: Buffer.from(SVG) },
    { name: 'drawing.png', bytes: Buffer.from(SVG), contentType: 'image/png' },
    { name: 'page.png', bytes: Buffer.from(`<html>${SCRIPT}`), contentType: 'image/png' },
    { name: 'page.jpg.html', bytes: jpeg, contentType: 'image/jpeg' },
    { name: 'program.js', bytes: Buffer.from('alert(1)'), contentType: 'image/png' },
    { name: 'no-ending', bytes: png, contentType: 'image/png' },
    { name: 'jpeg.png', bytes: jpeg, contentType: 'image/png' },
    { name: 'png.pdf', bytes: png, contentType: 'application/pdf' },
    { name: 'document.png', bytes: PDF, contentType: 'image/png' },
    { name: 'picture-and-page.png', bytes: Buffer.concat([png, Buffer.from(SCRIPT)]) },
    { name: 'picture-and-drawing.gif', bytes: Buffer.concat([gif, Buffer.from(SVG)]) },
    { name: 'picture-and-archive.jpg', bytes: Buffer.concat([jpeg, ZIP]) },
    { name: 'picture-and-document.jpg', bytes: Buffer.concat([jpeg, PDF]) },
    { name: 'script.gif', bytes: Buffer.from('GIF89a/*\0\0\0\0*/=1;alert(document.domain)') },
    { name: 'document-and-archive.pdf', bytes: Buffer.concat([PDF, ZIP]) },
    { name: 'page-and-document.pdf', bytes: Buffer.concat([Buffer.from(SCRIPT), PDF]) },
    { name: 'document-and-text.pdf', bytes: Buffer.concat([PDF, Buffer.from('alert(1)')]) },
    {
      name: 'active.pdf',
      bytes: Buffer.from(
        PDF.toString().replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript>>'),
      ),
    },
    { name: 'half.jpg', bytes: jpeg.subarray(0, jpeg.length / 2) },
    { name: 'half.pdf', bytes: PDF.subarray(0, PDF.length / 2) },
    { name: 'empty.png', bytes: Buffer.alloc(0) },
    { name: 'huge.png', bytes: await hugePicture() },
  ];
}
