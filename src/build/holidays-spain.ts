import type { Correction } from './holiday-correction.ts';

/**
 * What the communities of Spain declared for 2015 to 2026 beside their rules: each year's days are those of
 * the resolution of the Dirección General de Trabajo that publishes the fiestas laborales (Estatuto de los
 * Trabajadores, art. 37.2): BOE-A-2014-10823, BOE-A-2015-11348, BOE-A-2016-9244, BOE-A-2017-11639,
 * BOE-A-2018-14369, BOE-A-2019-14552, BOE-A-2020-13343, BOE-A-2021-17113, BOE-A-2022-16755,
 * BOE-A-2023-22014, BOE-A-2024-21316 and BOE-A-2025-21667. Later years are not declared yet.
 */
const DECLARED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ES-AN': {
    'Lunes siguiente a Año Nuevo': '2017-01-02 2023-01-02',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Inmaculada Concepción': '2019-12-09 2024-12-09',
    'Lunes siguiente a Fiesta Nacional de España': '2025-10-13',
  },
  'ES-AR': {
    'Lunes siguiente a Año Nuevo': '2017-01-02 2023-01-02',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Inmaculada Concepción': '2019-12-09 2024-12-09',
    'Lunes siguiente a Fiesta Nacional de España': '2025-10-13',
  },
  'ES-AS': {
    'Lunes siguiente a Año Nuevo': '2017-01-02 2023-01-02',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Inmaculada Concepción': '2019-12-09 2024-12-09',
    'Lunes siguiente a Fiesta Nacional de España': '2025-10-13',
  },
  'ES-CB': {
    'Lunes de Pascua': '2015-04-06 2019-04-22 2020-04-13 2024-04-01',
    'Lunes siguiente a Todos los Santos': '2015-11-02',
    'Santiago Apóstol': '2019-07-25 2024-07-25',
    'Lunes siguiente a Inmaculada Concepción': '2019-12-09',
  },
  'ES-CL': {
    'Lunes siguiente a Año Nuevo': '2017-01-02 2023-01-02',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Inmaculada Concepción': '2019-12-09 2024-12-09',
    'Santiago Apóstol': '2023-07-25',
    'Lunes siguiente a Fiesta Nacional de España': '2025-10-13',
  },
  'ES-CM': {
    'Lunes de Pascua': '2015-04-06 2019-04-22 2020-04-13 2026-04-06',
    'Lunes siguiente a Día de la Constitución Española': '2015-12-07',
    'Día de Castilla-La Mancha': '2016-05-31 2017-05-31 2019-05-31',
    'San José': '2020-03-19',
  },
  'ES-CN': {
    'Lunes siguiente a Fiesta del Trabajo': '2016-05-02',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Día de la Constitución Española': '2020-12-07',
  },
  'ES-CT': {
    'Día de la Pascua Granada': '2016-05-16 2022-06-06',
  },
  'ES-EX': {
    'Lunes siguiente a San José': '2017-03-20',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Inmaculada Concepción': '2019-12-09 2024-12-09',
    'San José': '2021-03-19',
    'Martes de Carnaval': '2023-02-21 2024-02-13',
    'Lunes siguiente a Fiesta Nacional de España': '2025-10-13',
  },
  'ES-GA': {
    'Día siguiente a San José': '2015-03-20',
    'Lunes siguiente a Todos los Santos': '2015-11-02',
    'San Juan': '2016-06-24 2020-06-24 2022-06-24 2026-06-24',
  },
  'ES-IB': {
    'Lunes siguiente a Todos los Santos': '2015-11-02',
    'Lunes siguiente a Día de la Constitución Española': '2015-12-07 2020-12-07',
    'San Esteban': '2019-12-26 2020-12-26 2025-12-26 2026-12-26',
  },
  'ES-MC': {
    'Lunes siguiente a Año Nuevo': '2017-01-02 2023-01-02',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Día de la Región de Murcia': '2019-06-10',
    'Lunes siguiente a Inmaculada Concepción': '2024-12-09',
  },
  'ES-MD': {
    'San José': '2015-03-19 2021-03-19',
    'Santiago Apóstol': '2016-07-25 2022-07-25 2024-07-25 2025-07-25',
    'Lunes siguiente a San José': '2017-03-20 2023-03-20',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Inmaculada Concepción': '2019-12-09',
  },
  'ES-NC': {
    'Santiago Apóstol': '2015-07-25 2016-07-25 2017-07-25 2022-07-25 2023-07-25 2024-07-25 2025-07-25',
    'Lunes siguiente a San Francisco Javier': '2017-12-04 2023-12-04',
    'Lunes siguiente a Epifanía del Señor': '2019-01-07',
    'Lunes siguiente a Día de la Constitución Española': '2020-12-07',
  },
  'ES-PV': {
    '80 Aniversario del primer Gobierno Vasco': '2016-10-07',
  },
  'ES-RI': {
    'Santiago Apóstol': '2016-07-25',
    'Lunes siguiente a Día de La Rioja': '2019-06-10 2024-06-10',
    'Lunes siguiente a Inmaculada Concepción': '2019-12-09',
  },
  'ES-VC': {
    'Lunes siguiente a Día de la Constitución Española': '2015-12-07',
    'Jueves Santo': '2016-03-24 2017-04-13 2022-04-14',
  },
};

/** Days of the rules that a community did not keep in that year, by the same resolutions. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  'ES-CB': '2015-07-28 2015-12-07 2018-03-29 2019-09-16 2020-12-07 2024-09-16',
  'ES-CL': '2023-04-24',
  'ES-CM': '2015-11-02 2020-11-02',
  'ES-CN': '2016-12-26 2020-11-02 2021-05-31',
  'ES-CT': '2016-05-02 2021-05-03 2022-05-02',
  'ES-EX': '2024-09-09',
  'ES-GA': '2015-03-19 2016-03-19 2016-12-26 2018-03-19 2022-03-19 2022-12-26 2024-03-19 2025-03-19',
  'ES-IB': '2015-03-02 2020-03-02 2025-04-21',
  'ES-MC': '2016-05-02 2022-03-19',
  'ES-MD': '2015-11-02 2015-12-07',
  'ES-NC': '2015-11-02 2016-03-19 2018-03-19 2020-11-02 2022-03-19 2024-03-19 2025-03-19',
  'ES-PV': '2016-03-19 2016-12-26 2018-03-19 2018-07-25 2022-03-19 2022-12-26 2024-03-19 2025-03-19',
  'ES-RI': '2016-12-26 2018-04-02',
  'ES-VC': '2015-06-24 2016-06-24 2017-06-24 2022-12-26',
};

export const SPAIN: readonly Correction[] = [
  ...Object.entries(NOT_KEPT).map(
    ([place, dates]): Correction => ({ place, change: { kind: 'without', dates: dates.split(' ') } }),
  ),
  ...Object.entries(DECLARED).flatMap(([place, names]) =>
    Object.entries(names).map(
      ([name, dates]): Correction => ({ place, change: { kind: 'dates', name, dates: dates.split(' ') } }),
    ),
  ),
];
