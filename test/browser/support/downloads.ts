import { buffer } from "node:stream/consumers";
import type { Download, Locator, Page } from "playwright-core";

export const contentOf = async (download: Download): Promise<Buffer> =>
  buffer(await download.createReadStream());

/** The file that a press on it downloads. */
export async function downloaded(page: Page, control: Locator): Promise<Buffer> {
  const downloading = page.waitForEvent("download");
  await control.click();
  return contentOf(await downloading);
}

interface Picture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** How many there are. */
  readonly colors: number;
}

/** What the browser makes of a picture. */
export const picture = (page: Page, content: Buffer, mediaType: string): Promise<Picture> =>
  page.evaluate(`(async () => {
    const image = new Image();
    image.src = "data:${mediaType};base64,${content.toString("base64")}";
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const drawing = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    drawing.drawImage(image, 0, 0);
    const pixels = new Uint32Array(drawing.getImageData(0, 0, width, height).data.buffer);
    return { width, height, colors: new Set(pixels).size };
  })()`);
