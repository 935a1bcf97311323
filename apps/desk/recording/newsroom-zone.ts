/** The newsroom's time zone, in which its days begin and end: an IANA name. */
export class Zone {
  constructor(readonly name: string) {}
}
