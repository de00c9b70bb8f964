import type { Random } from './random.ts';

/** Kinds of business, each with the words its companies end in. */
const endings = {
  Logistics: ['Freight', 'Logistics', 'Haulage', 'Shipping', 'Couriers', 'Cargo'],
  Retail: ['Outfitters', 'Market', 'Grocers', 'Home', 'Books', 'Supply'],
  Manufacturing: ['Works', 'Tooling', 'Steel', 'Ceramics', 'Fabrication', 'Instruments'],
  Software: ['Software', 'Systems', 'Labs', 'Cloud', 'Analytics', 'Robotics'],
  Health: ['Health', 'Clinics', 'Dental', 'Diagnostics', 'Care', 'Optics'],
  Finance: ['Capital', 'Insurance', 'Credit Union', 'Payments', 'Advisory', 'Leasing'],
  Hospitality: ['Hotels', 'Kitchens', 'Resorts', 'Catering', 'Coffee', 'Travel'],
  Energy: ['Energy', 'Solar', 'Wind', 'Utilities', 'Heating', 'Grid'],
  Education: ['Academy', 'Learning', 'Press', 'Institute', 'Tutors', 'College'],
  Construction: ['Builders', 'Timber', 'Civil', 'Roofing', 'Concrete', 'Interiors'],
} as const;

const beginnings =
  `Alder Amberley Aster Aurora Bayview Beacon Birchwood Blackthorn Bluefin Boreal Bramble Brightwater Brookline Calder
  Canopy Cardinal Castell Cedar Chalk Cinder Clearwater Cobalt Copperfield Coral Cormorant Crestline Cypress Dovetail Driftwood Eastgate
  Elmhurst Ember Everly Fairway Falcon Fennel Fernhill Firth Foxglove Garnet Glenrose Granite Greenfield Gull Harrow Hawthorn Hazel
  Heron Highfield Hillcrest Holloway Ironbark Ivory Jasper Juniper Kestrel Kingfisher Lakeside Larch Lantern Laurel Linden Lowland
  Magnolia Mallow Maple Marlow Meadow Merrow Millbrook Mistral Moorland Mosaic Nightjar Northgate Nutmeg Oakridge Ochre Orchard
  Osprey Otter Paragon Pebble Pelican Pinecrest Plover Poplar Quarry Quill Redwood Ridgeway Riverbend Rowan Saffron Sandpiper Sequoia
  Silverlake Skylark Sorrel Southbank Sparrow Stonebridge Summit Sycamore Tamarack Teal Thistle Tidewater Tundra Umber Valley Verdant
  Abernathy Bergstrom Castellan Delacroix Eriksen Fontaine Galloway Hartmann Ishikawa Jimenez Kaufmann Lombardi Marchetti Nakamura Okafor
  Petrov Quintero Rasmussen Sandoval Takahashi Ulrich Valdez Whitaker Yamada Zimmer Ashworth Brandt Corbett Dunmore Ellery Farrow Gideon
  Hollis Ingram Keller Lockhart Mercer Norwood Ogilvie Prescott Ramsey Sterling Thorne Underhill Vaughn Wexford Ainsley Bancroft Carver
  Vesper Wayfarer Westbrook Wharf Whitestone Willow Windrush Wren Yarrow Zephyr`.split(/\s+/);

/** What a company is called and does. */
export interface Company {
  readonly name: string;
  readonly industry: keyof typeof endings;
}

/** As many companies as asked for, no two of the same name. */
export function inventCompanies(random: Random, count: number): readonly Company[] {
  // Object.keys() forgets the key type; the record has no others.
  const industries = Object.keys(endings) as (keyof typeof endings)[];
  const begin = random.shuffled(beginnings);
  const names = new Set<string>();
  const companies: Company[] = [];
  while (companies.length < count) {
    const industry = random.pick(industries);
    const name = `${begin[companies.length % begin.length]} ${random.pick(endings[industry])}`;
    if (names.has(name)) continue;
    names.add(name);
    companies.push({ name, industry });
  }
  return companies;
}
