import type { Region } from './demo-records.ts';
import type { Random } from './random.ts';

const given: Readonly<Record<Region, string>> = {
  Europe: 'Anna Lukas Sofia Matteo Ines Jonas Clara Emil Freya Oskar Nina Tomasz Elif Hugo Marta Pieter Saoirse Andrei',
  'North America':
    'Emma Liam Olivia Noah Ava Mason Grace Ethan Chloe Logan Maya Caleb Zoe Marcus Hannah Jordan Priya Diego',
  'Asia Pacific': 'Aiko Wei Priya Arjun Mei Haruto Linh Kiri Rohan Yuna Daniel Ananya Jin Nadia Kenji Sarah Minh Tane',
  'Latin America': 'Camila Mateo Valentina Thiago Lucia Joaquin Isabela Rafael Renata Bruno Paula Nicolas Ana Gabriel',
};

const family: Readonly<Record<Region, string>> = {
  Europe:
    'Novak Becker Rossi Larsen Dubois Kowalski Moreau Lindqvist Garcia Schmidt Murphy Yilmaz Jansen Costa Ionescu Weber',
  'North America': 'Carter Nguyen Brooks Patel Reyes Sullivan Kim Bennett Foster Hayes Coleman Tremblay Ortiz Walsh',
  'Asia Pacific': 'Tanaka Chen Sharma Nguyen Kim Lim Patel Sato Wong Singh Walker Park Iyer Ito Tran Murray',
  'Latin America': 'Silva Fernandez Rojas Almeida Castro Vargas Mendez Oliveira Herrera Paredes Souza Molina',
};

/** A person's name as it could be heard in a region. */
export function inventPersonName(random: Random, region: Region): string {
  return `${random.pick(given[region].split(' '))} ${random.pick(family[region].split(' '))}`;
}
