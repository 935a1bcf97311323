/** The time zone of the newsroom, by its IANA name: in it, days of the world begin and end. */
export class NewsroomZone {
  constructor(readonly name: string) {}
}
