/** The origin at which editors open the desk, such as `https://desk.example.org`. Known once the desk listens. */
export class DeskAddress {
  origin = '';
}
