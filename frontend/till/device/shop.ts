// The shop as this till shows it: grids, people, goods. Kept on the device, and asked for anew whenever there is a network.
import { ask, type Answer, type Api, type Schemas } from '../../lib/api/client';
import { drawing } from '../../lib/art/drawings';
import { minor, type Minor } from '../../lib/money';

export interface Good {
  id: string;
  grid: string;
  name: string;
  measure: 'piece' | 'kg';
  barcode: string | null;
  price: Minor | null;
  picture: string | null;
}

export interface Grid {
  id: string;
  site: string;
  code: string;
  /** Its place at the site, from 1. */
  number: number;
  /** 1 to 9: its colour. */
  colour: number;
  /** The owner's name at the till. */
  owner: string | null;
  ownerId: string | null;
  /** Where a face may be fetched. */
  face: string | null;
}

export interface Person {
  id: string;
  nickname: string | null;
  approves: boolean;
  /** Whether three pictures are asked for. */
  hasPictures: boolean;
  face: string | null;
}

export interface Shop {
  cooperative: string;
  /** Its code, for the link on a receipt. */
  code: string;
  unit: string;
  roundingLimit: Minor;
  isDemo: boolean;
  sites: { id: string; name: string }[];
  grids: Grid[];
  staff: Person[];
  goods: Good[];
}


/** All pages of it. */
export async function fetchShop(api: Api): Promise<Answer<Shop>> {
  let shop: Shop | null = null;
  let after: string | undefined;
  do {
    const answer = await ask(api.GET('/api/v1/till/shop', { params: { query: { after } } }));
    if (!answer.ok) return answer;
    shop ??= without(answer.value);
    shop.goods.push(...answer.value.goods.map(good));
    after = answer.value.next ?? undefined;
  } while (after);
  return { ok: true, value: shop };
}

function without(told: Schemas['TillShop']): Shop {
  return {
    cooperative: told.cooperative,
    code: told.code,
    unit: told.unit,
    roundingLimit: minor(told.rounding_limit),
    isDemo: told.is_demo,
    sites: told.sites,
    grids: told.grids.map((grid) => ({
      id: grid.id,
      site: grid.site_id,
      code: grid.code,
      number: grid.number,
      colour: grid.colour,
      owner: grid.owner_nickname ?? null,
      ownerId: grid.owner_id ?? null,
      face: grid.owner_face ? drawing('faces', grid.owner_face) : null,
    })),
    staff: told.staff.map((person) => ({
      id: person.id,
      nickname: person.nickname ?? null,
      approves: person.approves,
      hasPictures: person.has_pictures,
      face: person.face ? drawing('faces', person.face) : null,
    })),
    goods: [],
  };
}

const good = (told: Schemas['ShopGood']): Good => ({
  id: told.id,
  grid: told.grid_id,
  name: told.name,
  measure: told.measure === 'kg' ? 'kg' : 'piece',
  barcode: told.barcode ?? null,
  price: told.price ? minor(told.price) : null,
  picture: told.picture,
});

/** Found without a search through all goods: a tap must be as quick with five thousand. */
export class Shelves {
  readonly #byGrid = new Map<string, Good[]>();
  readonly #byCode = new Map<string, Good[]>();
  readonly #byId = new Map<string, Good>();
  readonly #grids: Map<string, Grid>;

  constructor(readonly shop: Shop) {
    this.#grids = new Map(shop.grids.map((grid) => [grid.id, grid]));
    for (const one of shop.goods) {
      push(this.#byGrid, one.grid, one);
      if (one.barcode) push(this.#byCode, one.barcode, one);
      this.#byId.set(one.id, one);
    }
  }

  /** In the order in which they were put up: their places never move. */
  ofGrid(grid: string): readonly Good[] {
    return this.#byGrid.get(grid) ?? [];
  }

  withCode(code: string): readonly Good[] {
    return this.#byCode.get(code) ?? [];
  }

  good(id: string): Good | undefined {
    return this.#byId.get(id);
  }

  grid(id: string): Grid | undefined {
    return this.#grids.get(id);
  }

  /** The grid of somebody who has one: its colour and its sign go with their face. */
  gridOf(person: string): Grid | undefined {
    return this.shop.grids.find((grid) => grid.ownerId === person);
  }

  /** At most `most` goods whose name or code has all the words. */
  find(text: string, most: number): Good[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const found: Good[] = [];
    if (words.length === 0) return found;
    for (const one of this.shop.goods) {
      const name = one.name.toLowerCase();
      if (words.every((word) => name.includes(word) || one.barcode?.startsWith(word)) && found.push(one) === most) break;
    }
    return found;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
