/** The Earth as a sphere: distances, directions, and the flat picture of what lies around a point. */

/** Latitude and longitude in degrees. */
export type Place = readonly [latitude: number, longitude: number];

/** Mean radius of the Earth in km (IUGG). */
const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;
/** Length of a degree of latitude in km. */
export const DEGREE_KM = EARTH_KM * RADIANS;

/** The difference between two longitudes in degrees, from -180 up to 180. */
export function turn(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180;
}

/** Kilometres along the great circle. */
export function distance([lat1, lon1]: Place, [lat2, lon2]: Place): number {
  const [a, b] = [lat1 * RADIANS, lat2 * RADIANS];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin((turn(lon1, lon2) * RADIANS) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Direction in which the second place lies, seen from the first: degrees from north by east, from 0 up to 360. */
export function bearing([lat1, lon1]: Place, [lat2, lon2]: Place): number {
  const [a, b, by] = [lat1 * RADIANS, lat2 * RADIANS, turn(lon1, lon2) * RADIANS];
  const east = Math.sin(by) * Math.cos(b);
  const north = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(by);
  return (Math.atan2(east, north) / RADIANS + 360) % 360;
}

/**
 * Where a place lies on a flat map around a centre, in km east and south of it: Lambert's azimuthal equal-area
 * projection (Snyder, Map Projections, USGS 1987, p. 185), which knows neither poles nor a date line. The antipode of
 * the centre is nowhere; it comes out very far away.
 */
export function project([lat0, lon0]: Place, [lat, lon]: Place): [x: number, y: number] {
  const [a, b, by] = [lat0 * RADIANS, lat * RADIANS, turn(lon0, lon) * RADIANS];
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(by);
  const k = EARTH_KM * Math.sqrt(2 / Math.max(1 + cosine, 1e-6));
  return [
    k * Math.cos(b) * Math.sin(by),
    -k * (Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(by)),
  ];
}
