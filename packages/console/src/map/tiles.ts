/** Tiles stand in lines of as many as the width has room for. In pixels. */
const [narrowest, height, gap] = [104, 52, 4];

export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tiles {
  readonly height: number;
  readonly tiles: readonly Tile[];
}

export function layTiles(count: number, width: number): Tiles {
  const across = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  const tileWidth = Math.floor((width - gap * (across - 1)) / across);
  const tiles = Array.from({ length: count }, (_, index) => ({
    x: (index % across) * (tileWidth + gap),
    y: Math.floor(index / across) * (height + gap),
    width: tileWidth,
    height,
  }));
  return { height: Math.ceil(count / across) * (height + gap), tiles };
}

/** A text that fits a tile, at about seven pixels a letter. */
export function fitText(text: string, width: number): string {
  const most = Math.floor((width - 12) / 7);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Whether a figure fits a tile in large, bold digits, at about ten pixels each. */
export const fitsLarge = (text: string, width: number): boolean => text.length * 10 <= width - 12;
