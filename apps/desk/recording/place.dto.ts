import { IsOptional } from 'class-validator';
import { IsCountry, IsGeoPoint, IsLine } from '#http';
import type { Place } from '#story';

export class PlaceDto {
  @IsLine()
  name!: string;

  /** ISO 3166-1 alpha-2, or XK. @example "TR" */
  @IsOptional()
  @IsCountry()
  country?: string | null;

  /** A GeoJSON point: longitude, latitude. @example {"type": "Point", "coordinates": [37.16, 36.2]} */
  @IsOptional()
  @IsGeoPoint()
  geo?: { type: 'Point'; coordinates: [number, number] } | null;
}

export const toPlace = ({ name, country = null, geo = null }: PlaceDto): Place => ({ name, country, geo });
