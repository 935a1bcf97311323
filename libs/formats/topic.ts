const MEDIA_TOPIC = /^medtop:(\d{8})$/;

/** The address by which IPTC names a Media Topic: `medtop:20000076` is `http://cv.iptc.org/newscodes/mediatopic/20000076`. */
export function topicUri(topic: string): string | null {
  const code = MEDIA_TOPIC.exec(topic)?.[1];
  return code === undefined ? null : `http://cv.iptc.org/newscodes/mediatopic/${code}`;
}

/** The vocabulary that Media Topics are of. */
export const MEDIA_TOPICS = 'http://cv.iptc.org/newscodes/mediatopic/';
