const MEDIA_TOPIC = /^medtop:(\d{8})$/;

/** IPTC's address of a Media Topic: `medtop:20000076` is `http://cv.iptc.org/newscodes/mediatopic/20000076`. */
export function topicUri(topic: string): string | null {
  const code = MEDIA_TOPIC.exec(topic)?.[1];
  return code === undefined ? null : `http://cv.iptc.org/newscodes/mediatopic/${code}`;
}

/** The vocabulary of Media Topics. */
export const MEDIA_TOPICS = 'http://cv.iptc.org/newscodes/mediatopic/';
