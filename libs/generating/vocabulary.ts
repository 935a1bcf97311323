import { Random } from './random.js';

export type Language = 'en' | 'fr' | 'ru' | 'ar';

/** How the words of a language are made: function words, and stems with endings. */
interface Forms {
  /** Function words, the most frequent first. */
  readonly small: string;
  readonly stems: string;
  /** The forms of a stem: `-` is the whole stem, a digit is one of its letters. */
  readonly shapes: string;
}

const FORMS: Readonly<Record<Language, Forms>> = {
  en: {
    small:
      'the of to and a in that is on for it with as was at by from has be have an are not this but they will its who been their which or were had would after about one also more when there than into over all before between no up other two could under until',
    stems:
      'talk report attack claim demand support block warn launch reject appeal visit cross fear doubt return question accord answer arrest assault award bank border bomb broadcast camp channel charge check clash command comment concern conflict consult contact contest convoy count court crowd cut damage deal defend depart deploy discuss display district draft drift effect elect enter escort exhaust export fight film fish flood follow form front fuel gather grant guard guest halt harbour harvest head help hold host import insist inspect interest interview invest jail join journal labour lack land last lead limit list load lock loot mark market march master mayor meet mention mill mind minister monitor mount murmur need neighbour number obtain offer oil open order outlet own park pass patient pay permit picket pilot plan plant point port post power press print prison profit project protest prospect protect pull push rain rank reach rebel record reform refuel region relief remain rent repair resist rest result retreat reveal review road roll row rumour sail salt school search season seed sell send shell shelter ship shoot short shout signal sign smoke soldier sound speak spend spill staff stand station stay steel storm street strain strand stream stress strike strength suffer summit supply suspect tank target tax teach tender tent term test threat timber toll tower town track train transit transport treat trend trial troop trust turn unit vessel veto view villag voter wait walk wall want wash watch water weapon wheat wind witness wood work worker wound',
    shapes: '- -s -ed -ing -er -ers -able re- re-ed re-ing over- over-ed un-ed out-ing',
  },
  fr: {
    small:
      'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ont son mais été cette ou aux comme être sa même deux ces après sans où très depuis encore déjà jusqu’à selon',
    stems:
      'négoci confirm déclar annonc accus alert amen appel arrêt attaqu bombard bloqu câbl cess chass class command communiqu condamn confi conquér consid cré crois dégag délégu demand dénonc déplac désign détach discut échang échou écout élabor élev emport engag enquêt entam envoy épuis escort essay établ évacu évit évoqu exig expliqu exploit form frapp gagn gard gouvern identifi impos indiqu inquiét install insist interrog invit journ justifi lanc libér livr manifest march menac mesur mobilis modifi montr occup organis parl particip patrouill pêch pénétr pilot plac plaid port précis préoccup prépar présent press proclam progress propos protég protest public quitt rapport réclam récolt refus régl réitér rejet relat remarqu rencontr renforc renouvel répar répét report repouss résist respect rest retir réuni révél révolt sécuris sign signal soulign soupçonn sout stationn surveill suspend témoign tent term tomb touch tradui travers trembl vérifi vis vot',
    shapes:
      '-er -e -ent -é -ée -és -ées -ait -aient -ation -ations -eur -eurs -euse -ant re-er re-é -era -eront',
  },
  ru: {
    small:
      'и в не на что с по как из это за от о к для он но до же у так также был его они мы после при только все без или если более под уже об над между еще она были может во время через со',
    stems:
      'говор сообщ заяв подтвержд отриц перегов встреч столкнов обстрел наступл отступл войск солдат командир правительств министр посол депутат представител чиновник журналист источник газет агентств канал город посёлк деревн област район границ порт мост дорог завод шахт рудник рын бирж банк налог бюджет закон договор соглаш перемир блокад осад штурм атак оборон удар взрыв пожар наводн землетряс засух урожа зерн нефт газопровод электростанц школ больниц лагер бежен жител избирател выбор голос партии протест забастовк митинг арест суд приговор тюрьм обвин расслед доклад документ свидетел эксперт наблюдател миссии помощ гуманитарн конво груз корабл флот авиац самол вертол ракет снаряд оруж боеприпас пленн ранен погибш пострада обещ требов угроз опасен надежд довер отнош союзник противник сторон групп отряд батальон штаб план решен поворот успех потер цен рост паден спад',
    shapes:
      '- -а -ы -и -у -ом -ов -ам -ами -ах -ный -ная -ные -ного -ных -ить -ил -или -ает -ают -ение -ения',
  },
  ar: {
    small:
      'في من على إلى أن عن ما هذا التي الذي كان لا مع هو هي قد كل بعد قبل بين عند حتى أو ثم لم لن إن كما غير منذ دون أكثر أي هناك ذلك وقد وكان حول خلال ضد لدى نحو عبر',
    stems:
      'كتب قتل حكم حصر حرب خبر خرج دخل درس دفع ذكر رجع رفض زرع سجل سكن شرح شهد صدر صنع ضرب طلب ظهر عبر عرف عقد عمل غرق فتح فصل قبل قصف قطع كشف لجأ مرض منع نشر نصر نقل هجم هدم وصل وعد وقع بحث بدأ جمع جرح حمل حفر حرق خطف رصد رفع سحب سقط شحن صرح عزل فحص',
    shapes:
      '123 ال123 1ا23 ال1ا23 م12و3 الم12و3 ت12ي3 الت12ي3 ا1ت2ا3 الا1ت2ا3 م123 الم1ا23 است123 ي123 ت123 ن123 123وا 12ي3 ال12ي3 1ا23ين 1ا23ون م12و3ة 123ة ال123ة 12ا3ات و123 ب123 ل123 و1ا23 م1ا23ة',
  },
};

const cache = new Map<Language, readonly string[]>();

/** A few thousand words of a language, the most frequent first. Some of these forms do not exist. */
export function vocabulary(language: Language): readonly string[] {
  const words = cache.get(language) ?? compose(FORMS[language]);
  cache.set(language, words);
  return words;
}

function compose({ small, stems, shapes }: Forms): readonly string[] {
  const forms = stems
    .split(' ')
    .flatMap((stem) =>
      shapes
        .split(' ')
        .map((shape) =>
          shape.replace('-', stem).replace(/[123]/g, (letter) => stem[Number(letter) - 1] ?? ''),
        ),
    );
  const head = small.split(' ');
  // The order is random, but the same for every seed.
  return [...new Set([...head, ...new Random(forms.length).shuffled(forms)])];
}
